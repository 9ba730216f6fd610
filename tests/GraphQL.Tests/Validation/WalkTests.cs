using Exams.GraphQL.Language;
using Exams.GraphQL.Validation;

namespace Exams.GraphQL.Tests.Validation;

/// <summary>Rules are called at every node in written order, and are told rightly where the walk stands.</summary>
public sealed class WalkTests
{
    private const string Expected = """
        document:
        Query: in=Query
        variable n: in=Query
        value $n: in=Query
        /value $n: in=Query
        type Nowhere: in=Query
        variable d: in=Query wants=[Day!]
        value $d: in=Query wants=[Day!]
        /value $d: in=Query wants=[Day!]
        type Day: in=Query wants=[Day!]
        value [1]: in=Query wants=Day! inside=[Day!]
        value 1: in=Query wants=Day! inside=[Day!]
        /value 1: in=Query wants=Day! inside=[Day!]
        /value [1]: in=Query wants=Day! inside=[Day!]
        @note: in=Query wants=[Day!] directive=note host=VariableDefinitionNode
        argument text: in=Query wants=String! inside=[Day!] argument=text position=text directive=note host=VariableDefinitionNode
        value "t": in=Query wants=String! inside=[Day!] argument=text position=text directive=note host=VariableDefinitionNode
        /value "t": in=Query wants=String! inside=[Day!] argument=text position=text directive=note host=VariableDefinitionNode
        argument no: in=Query inside=[Day!] directive=note host=VariableDefinitionNode
        value 1: in=Query inside=[Day!] directive=note host=VariableDefinitionNode
        /value 1: in=Query inside=[Day!] directive=note host=VariableDefinitionNode
        /@note: in=Query wants=[Day!] directive=note host=VariableDefinitionNode
        @note: in=Query directive=note host=OperationDefinitionNode
        argument text: in=Query wants=String! argument=text position=text directive=note host=OperationDefinitionNode
        value "q": in=Query wants=String! argument=text position=text directive=note host=OperationDefinitionNode
        /value "q": in=Query wants=String! argument=text position=text directive=note host=OperationDefinitionNode
        /@note: in=Query directive=note host=OperationDefinitionNode
        set: in=Query of=Query
        field person: in=Person of=Query field=person
        argument name: in=Person of=Query field=person wants=String argument=name position=name
        value $d: in=Person of=Query field=person wants=String argument=name position=name
        /value $d: in=Person of=Query field=person wants=String argument=name position=name
        argument no: in=Person of=Query field=person
        value {a: 1}: in=Person of=Query field=person
        member a: in=Person of=Query field=person
        value 1: in=Person of=Query field=person
        /value 1: in=Person of=Query field=person
        /value {a: 1}: in=Person of=Query field=person
        set: in=Person of=Person field=person
        inline: in=Candidate of=Person field=person
        type Candidate: in=Candidate of=Person field=person
        @tag: in=Candidate of=Person field=person directive=tag host=InlineFragmentNode
        /@tag: in=Candidate of=Person field=person directive=tag host=InlineFragmentNode
        set: in=Candidate of=Candidate field=person
        field grades: in=[Grade!] of=Candidate field=grades
        argument best: in=[Grade!] of=Candidate field=grades wants=Boolean argument=best position=best
        value true: in=[Grade!] of=Candidate field=grades wants=Boolean argument=best position=best
        /value true: in=[Grade!] of=Candidate field=grades wants=Boolean argument=best position=best
        /field grades: in=[Grade!] of=Candidate field=grades
        inline: in=Person of=Person field=person
        @nope: in=Person of=Person field=person host=InlineFragmentNode
        argument name: in=Person of=Person field=person wants=String argument=name position=name host=InlineFragmentNode
        value 1: in=Person of=Person field=person wants=String argument=name position=name host=InlineFragmentNode
        /value 1: in=Person of=Person field=person wants=String argument=name position=name host=InlineFragmentNode
        /@nope: in=Person of=Person field=person host=InlineFragmentNode
        set: in=Person of=Person field=person
        field name: in=String! of=Person field=name
        /field name: in=String! of=Person field=name
        field nothing: of=Person
        set:
        field x:
        /field x:
        /field nothing: of=Person
        spread f: in=Person of=Person field=person
        @tag: in=Person of=Person field=person directive=tag host=FragmentSpreadNode
        argument name: in=Person of=Person field=person wants=String argument=name position=name directive=tag host=FragmentSpreadNode
        value "f": in=Person of=Person field=person wants=String argument=name position=name directive=tag host=FragmentSpreadNode
        /value "f": in=Person of=Person field=person wants=String argument=name position=name directive=tag host=FragmentSpreadNode
        /@tag: in=Person of=Person field=person directive=tag host=FragmentSpreadNode
        /field person: in=Person of=Query field=person
        /Query: in=Query
        fragment f: in=Centre
        type Centre: in=Centre
        @tag: in=Centre directive=tag host=FragmentDefinitionNode
        /@tag: in=Centre directive=tag host=FragmentDefinitionNode
        set: in=Centre of=Centre
        field candidates: in=[Candidate!]! of=Centre field=candidates
        argument where: in=[Candidate!]! of=Centre field=candidates wants=CandidateFilter argument=where position=where
        value {grades: [A], no: 1, and: {name: "n"}}: in=[Candidate!]! of=Centre field=candidates wants=CandidateFilter argument=where position=where
        member grades: in=[Candidate!]! of=Centre field=candidates wants=[Grade!] inside=CandidateFilter argument=where position=grades
        value [A]: in=[Candidate!]! of=Centre field=candidates wants=Grade! inside=[Grade!] argument=where
        value A: in=[Candidate!]! of=Centre field=candidates wants=Grade! inside=[Grade!] argument=where
        /value A: in=[Candidate!]! of=Centre field=candidates wants=Grade! inside=[Grade!] argument=where
        /value [A]: in=[Candidate!]! of=Centre field=candidates wants=Grade! inside=[Grade!] argument=where
        member no: in=[Candidate!]! of=Centre field=candidates inside=CandidateFilter argument=where
        value 1: in=[Candidate!]! of=Centre field=candidates inside=CandidateFilter argument=where
        /value 1: in=[Candidate!]! of=Centre field=candidates inside=CandidateFilter argument=where
        member and: in=[Candidate!]! of=Centre field=candidates wants=[CandidateFilter!] inside=CandidateFilter argument=where position=and
        value {name: "n"}: in=[Candidate!]! of=Centre field=candidates wants=[CandidateFilter!] inside=CandidateFilter argument=where position=and
        member name: in=[Candidate!]! of=Centre field=candidates wants=String inside=[CandidateFilter!] argument=where position=name
        value "n": in=[Candidate!]! of=Centre field=candidates wants=String inside=[CandidateFilter!] argument=where position=name
        /value "n": in=[Candidate!]! of=Centre field=candidates wants=String inside=[CandidateFilter!] argument=where position=name
        /value {name: "n"}: in=[Candidate!]! of=Centre field=candidates wants=[CandidateFilter!] inside=CandidateFilter argument=where position=and
        /value {grades: [A], no: 1, and: {name: "n"}}: in=[Candidate!]! of=Centre field=candidates wants=CandidateFilter argument=where position=where
        argument by: in=[Candidate!]! of=Centre field=candidates wants=CandidateKey argument=by position=by
        value {}: in=[Candidate!]! of=Centre field=candidates wants=CandidateKey argument=by position=by
        /value {}: in=[Candidate!]! of=Centre field=candidates wants=CandidateKey argument=by position=by
        set: in=[Candidate!]! of=Candidate field=candidates
        field number: in=Int! of=Candidate field=number
        /field number: in=Int! of=Candidate field=number
        /field candidates: in=[Candidate!]! of=Centre field=candidates
        @tag: directive=tag host=ScalarTypeDefinitionNode
        /@tag: directive=tag host=ScalarTypeDefinitionNode
        fragment g:
        type Nowhere:
        set:
        field y:
        /field y:
        Mutation: in=Mutation
        set: in=Mutation of=Mutation
        field enter: in=Int of=Mutation field=enter
        argument entries: in=Int of=Mutation field=enter wants=[NewEntry!]! argument=entries position=entries
        value [{candidate: 1}]: in=Int of=Mutation field=enter wants=NewEntry! inside=[NewEntry!]! argument=entries
        value {candidate: 1}: in=Int of=Mutation field=enter wants=NewEntry! inside=[NewEntry!]! argument=entries
        member candidate: in=Int of=Mutation field=enter wants=Int! inside=NewEntry! argument=entries position=candidate
        value 1: in=Int of=Mutation field=enter wants=Int! inside=NewEntry! argument=entries position=candidate
        /value 1: in=Int of=Mutation field=enter wants=Int! inside=NewEntry! argument=entries position=candidate
        /value {candidate: 1}: in=Int of=Mutation field=enter wants=NewEntry! inside=[NewEntry!]! argument=entries
        /value [{candidate: 1}]: in=Int of=Mutation field=enter wants=NewEntry! inside=[NewEntry!]! argument=entries
        /field enter: in=Int of=Mutation field=enter
        /Mutation: in=Mutation
        /document:
        """;

    [Fact]
    public void The_walk_says_what_the_schema_knows_about_every_place()
    {
        Judge.With<Notes>(
            """
            query Q($n: Nowhere, $d: [Day!] = [1] @note(text: "t", no: 1)) @note(text: "q") {
              person(name: $d, no: { a: 1 }) {
                ... on Candidate @tag { grades(best: true) }
                ... @nope(name: 1) { name }
                nothing { x }
                ...f @tag(name: "f")
              }
            }
            fragment f on Centre @tag { candidates(where: { grades: [A], no: 1, and: { name: "n" } }, by: {}) { number } }
            scalar S @tag
            fragment g on Nowhere { y }
            mutation { enter(entries: [{ candidate: 1 }]) }
            """, options => options with { MaxErrors = int.MaxValue }).Should().Equal(Expected.Split('\n'));
    }

    private sealed class Notes(ValidationContext context) : ValidationRule(context),
        IEnter<DocumentNode>, ILeave<DocumentNode>, IEnter<OperationDefinitionNode>, ILeave<OperationDefinitionNode>, IEnter<VariableDefinitionNode>,
        IEnter<FragmentDefinitionNode>, IEnter<SelectionSetNode>, IEnter<FieldNode>, ILeave<FieldNode>, IEnter<FragmentSpreadNode>,
        IEnter<InlineFragmentNode>, IEnter<DirectiveNode>, ILeave<DirectiveNode>, IEnter<ArgumentNode>, IEnter<NamedTypeNode>, IEnter<IValueNode>,
        ILeave<IValueNode>, IEnter<ObjectFieldNode>
    {
        public void Enter(DocumentNode node) => Note("document");

        public void Leave(DocumentNode node) => Note("/document");

        public void Enter(OperationDefinitionNode node) => Note($"{node.Operation}");

        public void Leave(OperationDefinitionNode node) => Note($"/{node.Operation}");

        public void Enter(VariableDefinitionNode node) => Note("variable " + node.Variable.Name.Value);

        public void Enter(FragmentDefinitionNode node) => Note("fragment " + node.Name.Value);

        public void Enter(SelectionSetNode node) => Note("set");

        public void Enter(FieldNode node) => Note("field " + node.Name.Value);

        public void Leave(FieldNode node) => Note("/field " + node.Name.Value);

        public void Enter(FragmentSpreadNode node) => Note("spread " + node.Name.Value);

        public void Enter(InlineFragmentNode node) => Note("inline");

        public void Enter(DirectiveNode node) => Note("@" + node.Name.Value);

        public void Leave(DirectiveNode node) => Note("/@" + node.Name.Value);

        public void Enter(ArgumentNode node) => Note("argument " + node.Name.Value);

        public void Enter(NamedTypeNode node) => Note("type " + node.Name.Value);

        public void Enter(IValueNode node) => Note("value " + Printer.Print(node));

        public void Leave(IValueNode node) => Note("/value " + Printer.Print(node));

        public void Enter(ObjectFieldNode node) => Note("member " + node.Name.Value);

        private void Note(string what) => Context.Report($"{what}: {string.Join(' ', new (string Name, object? Value)[]
        {
            ("in", Types.Type), ("of", Types.ParentType), ("field", Types.Field?.Name), ("wants", Types.InputType), ("inside", Types.ParentInputType),
            ("argument", Types.Argument?.Name), ("position", Types.Position?.Name), ("directive", Types.Directive?.Name), ("host", Types.DirectiveHost?.GetType().Name),
        }.Where(known => known.Value is not null).Select(known => $"{known.Name}={known.Value}"))}".TrimEnd());
    }
}
