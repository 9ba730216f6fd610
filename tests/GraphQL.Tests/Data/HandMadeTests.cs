using Exams.GraphQL.Configuration;
using Exams.GraphQL.Data;
using Exams.GraphQL.Data.Filters;
using Exams.GraphQL.Data.Paging;
using Exams.GraphQL.Data.Sorting;
using Exams.GraphQL.Tests.Surface;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Data;

/// <summary>Pages cut by hand, and fields declared otherwise than usual.</summary>
public sealed class HandMadeTests
{
    [Fact]
    public void A_page_cut_by_hand_says_what_it_was_told()
    {
        var page = new Page<string>(["a", "b"], hasNextPage: true, hasPreviousPage: false, item => $"<{item}>", totalCount: 7);

        page.Should().Equal("a", "b");
        page.TotalCount.Should().Be(7);
        (page.Count, page.HasNextPage, page.HasPreviousPage).Should().Be((2, true, false));
        new Page<string>([], false, true, item => item).HasPreviousPage.Should().BeTrue();
        new Page<string>([], false, true, item => item).TotalCount.Should().BeNull();
    }

    [Fact]
    public void A_page_of_nothing_has_no_neighbours()
    {
        (Page<string>.Empty.Count, Page<string>.Empty.HasNextPage, Page<string>.Empty.HasPreviousPage, Page<string>.Empty.TotalCount)
            .Should().Be((0, false, false, 0));
    }

    [Fact]
    public async Task A_list_that_is_read_forwards_only_offers_no_way_back_and_sorting_has_its_price()
    {
        await using var server = new TestServer(_ => { }, g => g.AddTypes(typeof(Shelf), typeof(BookSort)));
        var field = (await server.Executor()).Schema.QueryType!.Fields["books"];

        field.Arguments.Select(a => a.Name).Should().Equal("first", "after", "order");
        SchemaPrinter.Print((await server.Executor()).Schema, new SchemaPrintOptions { AppliedDirectives = true, IncludeDirective = _ => true })
            .Should().MatchRegex("""order: \[BookSortInput!\] @cost\(weight: "10"\)""");
    }

    [Fact]
    public async Task Filters_and_sort_inputs_are_called_and_described_as_their_classes_say()
    {
        await using var server = new TestServer(_ => { }, g => g.AddTypes(typeof(Catalogue), typeof(BookWhere), typeof(TitleWhere), typeof(BookOrder)));
        var schema = (await server.Executor()).Schema;

        SchemaPrinter.Print(schema.Types["BookWhere"]).Should().Be(
            """"
            input BookWhere {
              and: [BookWhere!]
              or: [BookWhere!]
              id: IntOperationFilterInput

              """Its title."""
              title: TitleWhere
            }
            """");
        SchemaPrinter.Print(schema.Types["TitleWhere"]).Should().Be(
            """
            input TitleWhere {
              and: [TitleWhere!]
              or: [TitleWhere!]
              eq: ID
              in: [String]
            }
            """);
        SchemaPrinter.Print(schema.Types["BookOrder"]).Should().Be(
            """"
            input BookOrder {
              id: SortEnumType

              """By its title."""
              title: SortEnumType
            }
            """");
        (await server.Ask("""{ found(where: { title: { in: ["One", "Three"] } }, order: { title: DESC }) { id } }""")).Should().Be("""{"data":{"found":[{"id":3},{"id":1}]}}""");
    }

    [QueryType]
    public static class Catalogue
    {
        [UseFiltering(typeof(BookWhere))]
        [UseSorting(typeof(BookOrder))]
        public static IQueryable<Book> GetFound() => new[] { new Book(1, "One"), new Book(2, "Two"), new Book(3, "Three") }.AsQueryable();
    }

    public sealed class BookWhere : FilterInputType<Book>
    {
        protected override void Configure(IFilterInputTypeDescriptor<Book> descriptor)
        {
            descriptor.Name("BookWhere").BindFieldsExplicitly().Field(b => b.Id);
            descriptor.Field(b => b.Name).Name("title").Description("Its title.").Type<TitleWhere>();
        }
    }

    public sealed class TitleWhere : StringOperationFilterInputType
    {
        protected override void Configure(IFilterInputTypeDescriptor descriptor)
        {
            descriptor.Name("TitleWhere").Operation(DefaultFilterOperations.Equals).Type<IdType>();
            descriptor.Operation(DefaultFilterOperations.In);
        }
    }

    public sealed class BookOrder : SortInputType<Book>
    {
        protected override void Configure(ISortInputTypeDescriptor<Book> descriptor)
        {
            descriptor.Name("BookOrder").BindFieldsExplicitly().Field(b => b.Id);
            descriptor.Field(b => b.Name).Name("title").Description("By its title.");
        }
    }

    [QueryType]
    public static class Shelf
    {
        [UsePaging(AllowBackwardPagination = false)]
        [UseSorting]
        public static IQueryable<Book> GetBooks() => new[] { new Book(1, "One") }.AsQueryable();
    }

    public sealed record Book(int Id, string Name);

    public sealed class BookSort : SortInputType<Book>
    {
        protected override void Configure(ISortInputTypeDescriptor<Book> descriptor) => descriptor.Field(b => b.Id);
    }
}
