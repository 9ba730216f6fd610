using Exams.Infrastructure.Events;

namespace Exams.Infrastructure.Jobs;

/// <summary>Wakes the runner when a committed change has ordered work.</summary>
internal sealed class JobSignal : Signal;
