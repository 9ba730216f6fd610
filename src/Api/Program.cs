using Exams.Api;
using Exams.Api.Commands;

return args switch
{
    ["load", var folder] => await LoadCommand.RunAsync(folder),
    ["add-user", .. var rest] => await AddUserCommand.RunAsync(rest),
    ["rotate-keys"] => RotateKeysCommand.Run(),
    ["schema"] => await SchemaCommand.RunAsync(),
    ["help" or "--help" or "-h" or "-?", ..] => await UsageAsync(Console.Out, 0),
    [] or [['-', ..], ..] => await Service.RunAsync(args),
    _ => await UsageAsync(Console.Error, 2),
};

// A mistyped verb must not start the service: it would make a new, empty board where it stands.
static async Task<int> UsageAsync(TextWriter to, int exitCode)
{
    await to.WriteLineAsync(
        "usage: Exams.Api [--setting value …] | load DIR | add-user --username NAME --name \"Full Name\" --role BOARD|OFFICER|HEAD … | rotate-keys | schema");
    return exitCode;
}
