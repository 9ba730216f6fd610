namespace Exams.GraphQL.Subscriptions;

/// <summary>Puts events on topics.</summary>
public interface ITopicEventSender
{
    /// <summary>Sends an event to everybody who listens to the topic now.</summary>
    /// <typeparam name="TMessage">The event's type; the listeners' must be the same.</typeparam>
    /// <param name="topicName">The topic.</param>
    /// <param name="message">The event.</param>
    /// <param name="cancellationToken">Stops the sending.</param>
    /// <returns>Ends when every listener has it in its queue.</returns>
    ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default);

    /// <summary>Ends the topic: its listeners' streams complete.</summary>
    /// <param name="topicName">The topic.</param>
    /// <returns>Ends when every listener knows.</returns>
    ValueTask CompleteAsync(string topicName);
}

/// <summary>Listens to topics.</summary>
public interface ITopicEventReceiver
{
    /// <summary>Listens to a topic from now on.</summary>
    /// <typeparam name="TMessage">The events' type.</typeparam>
    /// <param name="topicName">The topic.</param>
    /// <param name="cancellationToken">Stops listening.</param>
    /// <returns>The stream; dispose it to stop listening.</returns>
    ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default);
}

/// <summary>A stream of events.</summary>
/// <typeparam name="TMessage">The events' type.</typeparam>
public interface ISourceStream<out TMessage> : IAsyncDisposable
{
    /// <summary>The events; enumerate once.</summary>
    /// <returns>Events until the topic ends or the enumeration is stopped.</returns>
    IAsyncEnumerable<TMessage> ReadEventsAsync();
}
