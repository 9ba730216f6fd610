using Exams.Domain.Vocabulary;

namespace Exams.Domain.Clients;

/// <summary>A centre at which an API client may work. Rows, so that each centre sees which clients it has, and no other's.</summary>
public sealed class ClientPlace
{
    /// <summary>Lets a client work at a centre.</summary>
    /// <param name="client">The client's row.</param>
    /// <param name="centre">The centre.</param>
    public ClientPlace(long client, CentreNumber centre)
    {
        ClientRow = client;
        Centre = centre;
    }

    private ClientPlace()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The client's row.</summary>
    public long ClientRow { get; private set; }

    /// <summary>The centre; unique with the client.</summary>
    public CentreNumber Centre { get; private set; }
}
