using Exams.Api;
using Exams.Api.Commands;

return args switch
{
    ["load", var folder] => await LoadCommand.RunAsync(folder),
    ["add-user", .. var rest] => await AddUserCommand.RunAsync(rest),
    ["rotate-keys"] => RotateKeysCommand.Run(),
    ["schema"] => await SchemaCommand.RunAsync(),
    _ => await Service.RunAsync(args),
};
