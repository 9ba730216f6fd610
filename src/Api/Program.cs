using Exams.Api;
using Exams.Api.Commands;

return args switch
{
    ["load", var folder] => await LoadCommand.RunAsync(folder),
    ["add-user", .. var rest] => await AddUserCommand.RunAsync(rest),
    ["rotate-keys"] => RotateKeysCommand.Run(),
    ["schema"] => await SchemaCommand.RunAsync(),
    [] or [['-', ..], ..] => await Service.RunAsync(args),
    _ => await UsageAsync(),
};

// A mistyped verb must not start the service: it would make a new, empty board where it stands.
static async Task<int> UsageAsync()
{
    await Console.Error.WriteLineAsync(
        "usage: Exams.Api [--setting value …] | load DIR | add-user --username NAME --name \"Full Name\" --role BOARD|OFFICER|HEAD … | rotate-keys | schema");
    return 2;
}
