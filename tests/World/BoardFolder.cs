namespace Exams.World;

/// <summary>A folder of CSV files as a board would hand them over: two centres, two qualifications, three candidates with results.</summary>
public sealed class BoardFolder
{
    public BoardFolder(ScratchFolder scratch) => Path = scratch.Folder("load");

    public string Path { get; }

    /// <summary>The whole small board.</summary>
    public BoardFolder WithEverything() => this
        .With("qualifications.csv", "code,name,gradeScale\nIGCSE,Cambridge IGCSE,IGCSE\nALEVEL,A Level,A\n")
        .With("centres.csv", "number,name,country,zone,timeZone,qualifications\nUS123,Bright High,United States,1,America/New_York,IGCSE;ALEVEL\n12345,\"Grey, College\",England,3,Europe/London,IGCSE\n")
        .With("syllabuses.csv", "code,title,qualification\n0580,Mathematics,IGCSE\n9709,Mathematics,ALEVEL\n")
        .With("options.csv", "series,zone,syllabus,option,components\n2026-06,1,0580,A,11;21\n2026-06,3,0580,,11\n2026-06,1,9709,S1,12;32\n")
        .With("candidates.csv", "centre,series,number,name,dateOfBirth,gender,uci,email,private\nUS123,2026-06,0001,Álvarez: Zoë,2009-02-28,F,,,\nUS123,2026-06,0002,李小龙,,,,li@example.org,no\n12345,2026-06,0001,Bloggs: Fred,2008-12-31,male,,,P\n")
        .With("entries.csv", "centre,series,candidate,syllabus,option,status\nUS123,2026-06,0001,0580,A,ACTIVE\nUS123,2026-06,0001,9709,S1,\nUS123,2026-06,0002,0580,A,WITHDRAWN\n12345,2026-06,0001,0580,,ACTIVE\n")
        .With("releases.csv", "series,qualification,audience,at\n2026-06,IGCSE,CENTRE,2026-08-12T05:00:00Z\n2026-06,IGCSE,CANDIDATE,2026-08-12T06:00:00+01:00\n")
        .With("results.csv", "series,centre,candidate,syllabus,option,outcome,grade,pum\n2026-06,US123,0001,0580,A,GRADE,A*,93\n2026-06,US123,0001,9709,S1,X,,\n2026-06,12345,0001,0580,,GRADE,C,\n")
        .With("officers.csv", "username,name,email,role,centres\nOfficer.One,Olive Officer,olive@example.org,OFFICER,US123;12345\nboard,Bo Ard,,BOARD,\n");

    /// <summary>What the board publishes about entries: columns and files that may be left out.</summary>
    public BoardFolder WithKeyDates() => this
        .With("qualifications.csv", "code,name,gradeScale,level\nIGCSE,Cambridge IGCSE,IGCSE,\nALEVEL,A Level,A,\nIGCSE91,IGCSE (9-1),IGCSE91,IGCSE\n")
        .With("syllabuses.csv", "code,title,qualification,disallowedWith,openToPrivate\n0580,Mathematics,IGCSE,0980;0606,\n9709,Mathematics,ALEVEL,,no\n0980,Mathematics (9-1),IGCSE91,,yes\n0606,Additional Mathematics,IGCSE,,\n")
        .With("options.csv", "series,zone,syllabus,option,components,carryForward\n2026-06,1,0580,A,11;21,\n2026-06,3,0580,,11,NONE\n2026-06,1,9709,S1,12;32,STAGED\n2026-06,1,0606,C,12;04,NON_EXAM\n")
        .With("deadlines.csv", "series,kind,tier,zone,countries,at\n2026-06,ENTRY,ON_TIME,,,2026-02-21T23:59:00Z\n2026-06,ENTRY,LATE,,,2026-07-10T23:59:00Z\n2026-06,ENTRY,ON_TIME,1,Canada;United States,2026-02-28T18:59:00-05:00\n2026-11,RETAKE_ENTRY,,,,2026-09-21T23:59:00Z\n2026-11,ESTIMATED_ENTRIES,,3,,2026-07-01T23:59:00Z\n")
        .With("fees.csv", "series,qualification,syllabus,tier,amount,currency\n2026-06,,,ON_TIME,98.5,gbp\n2026-06,IGCSE,,LATE,40,GBP\n2026-06,,0580,ON_TIME,91.25,GBP\n")
        .With("timetable.csv", "series,zone,syllabus,component,date,session,minutes\n2026-06,1,0580,11,2026-05-04,AM,90\n2026-06,1,0580,21,2026-05-11,pm,120\n2026-06,1,9709,12,2026-05-04,AM,110\n2026-06,3,0580,11,2026-05-04,EV,90\n");

    public BoardFolder With(string file, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, file), text);
        return this;
    }

    /// <summary>Puts another text in the place of one that is there.</summary>
    public BoardFolder Change(string file, string from, string to)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        return text.Contains(from, StringComparison.Ordinal)
            ? With(file, text.Replace(from, to, StringComparison.Ordinal))
            : throw new ArgumentException($"{file} has no \"{from}\".");
    }
}
