using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Tests.Surface;

public class NamingTests
{
    [Theory]
    [InlineData("NonFiction", "NON_FICTION")]
    [InlineData("ISBNSorted", "ISBN_SORTED")]
    [InlineData("Level2North", "LEVEL2_NORTH")]
    [InlineData("A4Box", "A4_BOX")]
    [InlineData("already_snake", "ALREADY_SNAKE")]
    [InlineData("DVD", "DVD")]
    [InlineData("XRay", "X_RAY")]
    [InlineData("PetCT", "PET_CT")]
    [InlineData("Ecg12Lead", "ECG12_LEAD")]
    [InlineData("Ultra_Sound", "ULTRA_SOUND")]
    [InlineData("b2Scan", "B2_SCAN")]
    [InlineData("MRIScan", "MRI_SCAN")]
    public void Enum_members_become_words_in_capitals(string member, string expected) =>
        Naming.EnumValue(Field(member)).Should().Be(expected);

    [Theory]
    [InlineData("Title", "title")]
    [InlineData("ID", "id")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("A4Box", "a4Box")]
    [InlineData("isbn", "isbn")]
    public void Fields_begin_in_lower_case(string member, string expected) => Naming.CamelCase(member).Should().Be(expected);

    private static System.Reflection.FieldInfo Field(string name) => typeof(Words).GetField(name)!;

    private enum Words
    {
        NonFiction,
        ISBNSorted,
        Level2North,
        A4Box,
        already_snake,
        DVD,
        XRay,
        PetCT,
        Ecg12Lead,
        Ultra_Sound,
        b2Scan,
        MRIScan,
    }
}
