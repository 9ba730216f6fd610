// Where resolvers get their engine from: with other lines here, the same resolvers compile against HotChocolate (docs/adr/0001).
global using System.Security.Claims;
global using Exams.Api.Payloads;
global using Exams.Api.Security;
global using Exams.Domain.Vocabulary;
global using Exams.GraphQL;
global using Exams.GraphQL.Authorization;
global using Exams.GraphQL.Data;
global using Exams.GraphQL.Data.Filters;
global using Exams.GraphQL.Data.Paging;
global using Exams.GraphQL.Data.Sorting;
global using Exams.GraphQL.Execution;
global using Exams.GraphQL.Execution.Batches;
global using Exams.GraphQL.Language;
global using Exams.GraphQL.Types;
global using Exams.GraphQL.Types.Pagination;
global using Exams.GraphQL.Types.Relay;
global using Microsoft.EntityFrameworkCore;
global using HttpResults = Microsoft.AspNetCore.Http.Results;
