using System.Reflection;
using Exams.GraphQL.Data;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Subscriptions;
using Exams.GraphQL.Types;
using Exams.GraphQL.Validation;
using Exams.GraphQL.Validation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Exams.GraphQL.Configuration;

/// <summary>Says what a schema is made of and how it is run.</summary>
public static class RequestExecutorBuilderExtensions
{
    /// <summary>Takes every annotated class, schema type and data loader of an assembly.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder, Assembly assembly) =>
        builder.AddTypes(assembly.GetTypes());

    /// <summary>Takes annotated classes, schema types and data loaders.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="types">The classes; others among them are passed over.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder, params IEnumerable<Type> types)
    {
        Type[] classes = [.. types];
        return builder.Set(s => s.Types.Add(r => r.Add(classes)));
    }

    /// <summary>Chooses how strictly callers are treated.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="profile">The profile.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder UseProfile(this IRequestExecutorBuilder builder, EngineProfile profile) =>
        builder.Set(s => s.Profile = profile);

    /// <summary>Changes the profile's engine options.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="change">From options to options.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder ModifyEngine(this IRequestExecutorBuilder builder, Func<EngineOptions, EngineOptions> change) =>
        builder.Set(s => s.Engine.Add(change));

    /// <summary>Changes the profile's validation options.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="change">From options to options.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder ModifyValidation(
        this IRequestExecutorBuilder builder, Func<ValidationOptions, ValidationOptions> change) => builder.Set(s => s.Validation.Add(change));

    /// <summary>Lets <c>[Authorize]</c> ask the application's policies.</summary>
    /// <param name="builder">The schema.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddAuthorization(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddAuthorization();
        builder.Services.TryAddSingleton<IFieldAuthorizer, FieldAuthorizer>();
        return builder;
    }

    /// <summary>Offers <c>node</c>, <c>nodes</c> and the interface <c>Node</c> (Relay, "Global Object Identification").</summary>
    /// <param name="builder">The schema.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddGlobalObjectIdentification(this IRequestExecutorBuilder builder) =>
        builder.Set(s => s.OffersNodes = true);

    /// <summary>Lets documents put a directive at fields that stands between them and their resolvers.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="directive">The directive; it finds services through the field's context.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddFieldDirective(this IRequestExecutorBuilder builder, FieldDirective directive) =>
        builder.Set(s => s.FieldDirectives.Add(directive));

    /// <summary>Describes the root types, filters, sort inputs and their arguments, too, which the style leaves without a word.
    /// An argument without a text of its own gets the text of its input object; a filter or sort input that of its class. A field
    /// says which policies it asks for.</summary>
    /// <param name="builder">The schema.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder DescribeGenerated(this IRequestExecutorBuilder builder) => builder.Set(s => s.DescribesGenerated = true);

    /// <summary>Topics inside this process (<see cref="ITopicEventSender"/>, <see cref="ITopicEventReceiver"/>).</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="options">How they behave; null for the defaults.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddInMemorySubscriptions(this IRequestExecutorBuilder builder, SubscriptionOptions? options = null)
    {
        builder.Services.TryAddSingleton(_ => new InMemoryTopics(options));
        builder.Services.TryAddSingleton<ITopicEventSender>(s => s.GetRequiredService<InMemoryTopics>());
        builder.Services.TryAddSingleton<ITopicEventReceiver>(s => s.GetRequiredService<InMemoryTopics>());
        return builder;
    }

    /// <summary>Filtering needs no registration; the call keeps set-ups alike.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="name">A name of a convention; there is one convention, whatever it is called.</param>
    /// <param name="compatibilityMode">Names of an earlier edition; there are none.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddFiltering(
        this IRequestExecutorBuilder builder, string? name = null, bool compatibilityMode = false) => builder;

    /// <summary>Sorting needs no registration; the call keeps set-ups alike.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="name">A name of a convention; there is one convention, whatever it is called.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddSorting(this IRequestExecutorBuilder builder, string? name = null) => builder;

    /// <summary>Projections need no registration; the call keeps set-ups alike.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="name">A name of a convention; there is one convention, whatever it is called.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddProjections(this IRequestExecutorBuilder builder, string? name = null) => builder;

    /// <summary>Gives resolvers database contexts from <see cref="IDbContextFactory{TContext}"/>: one for each resolver of a query,
    /// one for a whole mutation; disposed with them.</summary>
    /// <typeparam name="T">The context's type; its factory must be registered.</typeparam>
    /// <param name="builder">The schema.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder RegisterDbContextFactory<T>(this IRequestExecutorBuilder builder) where T : DbContext
    {
        builder.Services.TryAddScoped<GivenContexts>();
        builder.Services.TryAddScoped<ResolverDbContext<T>>();
        return builder.Set(s => s.Binders.Add(new DbContextBinder<T>()));
    }

    /// <summary>Lets a class look at every error before it is written.</summary>
    /// <typeparam name="T">The class; it may ask for services.</typeparam>
    /// <param name="builder">The schema.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddErrorFilter<T>(this IRequestExecutorBuilder builder) where T : class, IErrorFilter =>
        builder.Set(s => s.ErrorFilters.Add(typeof(T)));

    /// <summary>Sets switches of the schema.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="configure">Sets them.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder ModifyOptions(this IRequestExecutorBuilder builder, Action<SchemaOptions> configure) =>
        builder.Set(s => configure(s.Options));

    /// <summary>Sets switches of execution.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="configure">Sets them.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder ModifyRequestOptions(
        this IRequestExecutorBuilder builder, Action<RequestExecutorOptions> configure) => builder.ModifyEngine(engine =>
        {
            var options = new RequestExecutorOptions
            {
                IncludeExceptionDetails = engine.IncludeExceptionDetails,
                ExecutionTimeout = engine.ExecutionTimeout,
            };
            options.PersistedOperations.OnlyAllowPersistedDocuments = engine.OnlyTrustedDocuments;
            options.PersistedOperations.AllowDocumentBody = engine.AllowDocumentBody;
            configure(options);
            return engine with
            {
                IncludeExceptionDetails = options.IncludeExceptionDetails,
                ExecutionTimeout = options.ExecutionTimeout,
                OnlyTrustedDocuments = options.PersistedOperations.OnlyAllowPersistedDocuments,
                AllowDocumentBody = options.PersistedOperations.AllowDocumentBody,
            };
        });

    /// <summary>Sets what an operation may cost.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="configure">Sets it.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder ModifyCostOptions(this IRequestExecutorBuilder builder, Action<CostOptions> configure)
    {
        var options = new CostOptions();
        configure(options);
        return builder.ModifyEngine(e => e with
        {
            MaxFieldCost = options.MaxFieldCost,
            MaxTypeCost = options.MaxTypeCost,
            AssumeLargestPages = options.AssumeLargestPages,
            CostReport = options.Report,
        });
    }

    /// <summary>Gives each client a budget that what it asks for is paid from, and that restores itself with time. An application that
    /// registers an <see cref="ICostBudget"/> of its own gets that one instead, for all its schemas.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="options">How much clients may spend.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddCostBudget(this IRequestExecutorBuilder builder, LeakyBucketOptions options) =>
        builder.Set(s => s.Budget = options);

    /// <summary>Refuses documents whose fields are nested too deep.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="maxAllowedExecutionDepth">The deepest nesting; a root field is 1, fragments do not count.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddMaxExecutionDepthRule(this IRequestExecutorBuilder builder, int maxAllowedExecutionDepth) =>
        builder.ModifyValidation(v => v with
        {
            MaxExecutionDepth = maxAllowedExecutionDepth,
            Rules = v.Rules.After(RuleEntry.Of(c => new MaxExecutionDepthRule(c))),
        });

    /// <summary>Refuses documents in which the same field comes round too often on one way down (<c>HC0087</c>).</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="maxCycleDepth">How often one field may be passed.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddMaxAllowedFieldCycleDepthRule(this IRequestExecutorBuilder builder, int maxCycleDepth = 3) =>
        builder.ModifyValidation(v => v with
        {
            MaxFieldCycleDepth = maxCycleDepth,
            Rules = v.Rules.After(RuleEntry.Of(c => new MaxFieldCycleDepthRule(c))),
        });

    /// <summary>Refuses <c>__schema</c> and <c>__type</c>, whoever asks.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="disable">False to leave it to the endpoint.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder DisableIntrospection(this IRequestExecutorBuilder builder, bool disable = true) =>
        builder.Set(s => s.HidesSchema = disable);

    private static IRequestExecutorBuilder Set(this IRequestExecutorBuilder builder, Action<SchemaSetup> set)
    {
        set(((RequestExecutorBuilder)builder).Setup);
        return builder;
    }
}
