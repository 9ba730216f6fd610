using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Exams.GraphQL.Subscriptions;

/// <summary>How topics inside one process behave.</summary>
public sealed class SubscriptionOptions
{
    /// <summary>Events that may wait for a slow listener.</summary>
    public int TopicBufferCapacity { get; set; } = InMemoryTopics.Capacity;
}

/// <summary>Topics inside one process. A listener that falls too many events behind (<see cref="Capacity"/>, unless said otherwise) is cut off: its stream ends with an
/// error, so that it never slows down whoever sends, and knows that it missed something.</summary>
/// <param name="options">How many those are; null for the default.</param>
public sealed class InMemoryTopics(SubscriptionOptions? options = null) : ITopicEventSender, ITopicEventReceiver
{
    /// <summary>Events that may wait for a slow listener.</summary>
    public const int Capacity = 256;

    private readonly int _capacity = options?.TopicBufferCapacity ?? Capacity;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ImmutableArray<IListener>> _topics = new(StringComparer.Ordinal);

    private interface IListener
    {
        void Write(object? message);

        void Complete();
    }

    /// <inheritdoc/>
    public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var listener in ListenersOf(topicName))
        {
            listener.Write(message);
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string topicName)
    {
        foreach (var listener in ListenersOf(topicName))
        {
            listener.Complete();
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(
        string topicName, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var listener = new Listener<TMessage>(this, topicName);
        lock (_lock)
        {
            _topics[topicName] = _topics.GetValueOrDefault(topicName, []).Add(listener);
        }

        return new ValueTask<ISourceStream<TMessage>>(listener);
    }

    private ImmutableArray<IListener> ListenersOf(string topic)
    {
        lock (_lock)
        {
            return _topics.GetValueOrDefault(topic, []);
        }
    }

    private void Remove(string topic, IListener listener)
    {
        lock (_lock)
        {
            var rest = _topics.GetValueOrDefault(topic, []).Remove(listener);
            if (rest.IsEmpty)
            {
                _topics.Remove(topic);
            }
            else
            {
                _topics[topic] = rest;
            }
        }
    }

    private sealed class Listener<TMessage>(InMemoryTopics owner, string topic) : ISourceStream<TMessage>, IListener
    {
        private readonly Channel<TMessage> _queue = Channel.CreateBounded<TMessage>(
            new BoundedChannelOptions(owner._capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

        public void Write(object? message)
        {
            if (!_queue.Writer.TryWrite((TMessage)message!)
                && _queue.Writer.TryComplete(new GraphQLException("The events came faster than they were read.")))
            {
                owner.Remove(topic, this);
            }
        }

        public void Complete() => _queue.Writer.TryComplete();

        public IAsyncEnumerable<TMessage> ReadEventsAsync() => Read();

        public ValueTask DisposeAsync()
        {
            owner.Remove(topic, this);
            _queue.Writer.TryComplete();
            return default;
        }

        private async IAsyncEnumerable<TMessage> Read([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                await foreach (var message in _queue.Reader.ReadAllAsync(cancellationToken))
                {
                    yield return message;
                }
            }
            finally
            {
                await DisposeAsync();
            }
        }
    }
}
