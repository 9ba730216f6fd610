using System.Threading.Tasks.Sources;

namespace Exams.GraphQL.Types;

/// <summary>The state of a task (<see cref="Task.AsyncState"/>) whose value can also be had as an object, without another task between.</summary>
internal interface IPromisedValue : IValueTaskSource<object?>;
