using Microsoft.Win32.SafeHandles;

namespace Exams.Infrastructure.Documents.Pango;

// One type for each kind of native object, so that a wrong one does not compile.
// All are disposed on the thread that made them: the objects of one font map may not be touched by two threads.

/// <summary>A cairo surface: the PDF being written.</summary>
internal sealed class SurfaceHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeCairo.SurfaceDestroy(handle);
        return true;
    }
}

/// <summary>A cairo drawing context.</summary>
internal sealed class DrawingHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeCairo.Destroy(handle);
        return true;
    }
}

/// <summary>A reference to a GLib object: font map, text context or layout.</summary>
internal abstract class ObjectHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativePango.ObjectUnref(handle);
        return true;
    }
}

/// <summary>The fonts of one press.</summary>
internal sealed class FontMapHandle : ObjectHandle;

/// <summary>What layouts are made in.</summary>
internal sealed class TextContextHandle : ObjectHandle;

/// <summary>A paragraph.</summary>
internal sealed class LayoutHandle : ObjectHandle;

/// <summary>A font description.</summary>
internal sealed class FontHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativePango.FontDescriptionFree(handle);
        return true;
    }
}

/// <summary>Text attributes: language and font features.</summary>
internal sealed class AttributesHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativePango.AttrListUnref(handle);
        return true;
    }
}

/// <summary>A private set of fonts.</summary>
internal sealed class FontConfigHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeFontconfig.ConfigDestroy(handle);
        return true;
    }
}
