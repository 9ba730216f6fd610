#if SAMPLE
// Everything that the sample needs by name. Against another engine only this file and Program.cs differ.
global using System.Security.Claims;
global using Exams.GraphQL;
global using Exams.GraphQL.Authorization;
global using Exams.GraphQL.Data;
global using Exams.GraphQL.Data.Filters;
global using Exams.GraphQL.Data.Sorting;
global using Exams.GraphQL.Execution.Batches;
global using Exams.GraphQL.Language;
global using Exams.GraphQL.Subscriptions;
global using Exams.GraphQL.Types;
global using Exams.GraphQL.Types.Pagination;
global using Exams.GraphQL.Types.Relay;
global using Exams.GraphQL.Types.Scalars;
global using Microsoft.EntityFrameworkCore;

[assembly: Module("SampleTypes")]
#endif
