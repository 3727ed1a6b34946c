#!/usr/bin/python3
"""VTK's side of `farfield bench render --against-vtk`: the same work on the same voxels, on as many threads as there
are processors.

Usage: vtk_bench.py RAW COLUMNS,ROWS,SLICES X,Y,Z    (16 bits signed, little endian; spacing in mm)
Says on start   VTK<tab>version and threads, then CASES<tab>names; or one line why not.
Then, line by line on standard input:
  time CASE FIRST COUNT   draws frames FIRST ... and answers TIMES<tab>nanoseconds of each
  picture CASE FILE       writes frame 0 as 16 bits signed to FILE and answers DONE<tab>
Each frame is another picture (0.1 degree or one voxel on), so that nothing can be kept from the one before.
"""
import os
import sys
import time

try:
    import numpy as np
    import vtk
    from vtk.util import numpy_support
except ImportError as missing:
    print(f'no VTK for Python here ({missing}); on Debian: apt-get install python3-vtk9 python3-numpy', flush=True)
    sys.exit(1)

FIELD_MM = 358.4
BACKGROUND = -1024
THREADS = os.cpu_count()

size = [int(n) for n in sys.argv[2].split(',')]
spacing = [float(mm) for mm in sys.argv[3].split(',')]
voxels = np.fromfile(sys.argv[1], '<i2')
volume = vtk.vtkImageData()
volume.SetDimensions(*size)
volume.SetSpacing(*spacing)
volume.GetPointData().SetScalars(numpy_support.numpy_to_vtk(voxels, deep=0, array_type=vtk.VTK_SHORT))
middle = volume.GetCenter()
vtk.vtkMultiThreader.SetGlobalMaximumNumberOfThreads(THREADS)
vtk.vtkMultiThreader.SetGlobalDefaultNumberOfThreads(THREADS)


def reslice(width, height, right_mm, down_mm, interpolation, slab, slices):
    r = vtk.vtkImageReslice()
    r.SetInputData(volume)
    r.SetOutputDimensionality(2)
    r.SetInterpolationMode({'nearest': 0, 'linear': 1, 'cubic': 3}[interpolation])
    r.SetBackgroundLevel(BACKGROUND)
    r.SetOutputSpacing(right_mm, down_mm, 1.0)
    r.SetOutputOrigin(-(width - 1) * right_mm / 2, -(height - 1) * down_mm / 2, 0)
    r.SetOutputExtent(0, width - 1, 0, height - 1, 0, 0)
    if slab:
        getattr(r, 'SetSlabModeTo' + slab)()
        r.SetSlabNumberOfSlices(slices)
        r.SetSlabSliceSpacingFraction(1.0)
    r.SetEnableSMP(False)
    r.SetNumberOfThreads(THREADS)
    return r


class Oblique:
    """30 degrees about y, then about x, and 0.1 degree more each frame; a slab of 20 mm is 21 samples 1 mm apart."""

    def __init__(self, edge, interpolation='linear', slab=None):
        mm = FIELD_MM / edge
        self.filter = reslice(edge, edge, mm, mm, interpolation, slab, 21)

    def frame(self, f):
        degrees = 30 + 0.1 * (f % 50)
        turn = vtk.vtkTransform()
        turn.RotateX(degrees)
        turn.RotateY(degrees)
        axes = vtk.vtkMatrix4x4()
        axes.DeepCopy(turn.GetMatrix())
        for i in range(3):
            axes.SetElement(i, 3, middle[i])
        self.filter.SetResliceAxes(axes)
        self.filter.Update()


class OnGrid:
    """A pixel for each voxel, through the voxels' centres, one layer on each frame."""

    AXES = {'axial': (0, 1, 2, 1), 'coronal': (0, 2, 1, -1), 'sagittal': (1, 2, 0, 1)}

    def __init__(self, kind):
        self.right, self.down, self.across, self.sign = self.AXES[kind]
        self.filter = reslice(size[self.right], size[self.down], spacing[self.right], spacing[self.down], 'linear',
                              None, 1)

    def frame(self, f):
        axes = vtk.vtkMatrix4x4()
        axes.Zero()
        axes.SetElement(self.right, 0, 1)
        axes.SetElement(self.down, 1, 1)
        axes.SetElement(self.across, 2, self.sign)
        axes.SetElement(3, 3, 1)
        shift = f % 41 - 20 + (0.5 if size[self.across] % 2 == 0 else 0)
        for i in range(3):
            mm = self.sign * shift * spacing[i] if i == self.across else 0
            axes.SetElement(i, 3, middle[i] + mm)
        self.filter.SetResliceAxes(axes)
        self.filter.Update()


class Window:
    """A picture of 1024x1024 to RGBA, another window each frame."""

    def __init__(self):
        source = Oblique(1024)
        source.frame(0)
        self.picture = vtk.vtkImageData()
        self.picture.DeepCopy(source.filter.GetOutput())
        self.filter = vtk.vtkImageMapToWindowLevelColors()
        self.filter.SetInputData(self.picture)
        self.filter.SetOutputFormatToRGBA()
        self.filter.SetLevel(40)
        self.filter.SetEnableSMP(False)
        self.filter.SetNumberOfThreads(THREADS)

    def frame(self, f):
        self.filter.SetWindow(400 + f % 50)
        self.filter.Update()


class Turning:
    """Fixed-point ray casting of the whole volume, 400 mm high, from the front and 3 degrees further each frame."""

    def __init__(self, shaded=True, mip=False):
        prop = vtk.vtkVolumeProperty()
        prop.SetInterpolationTypeToLinear()
        opacity = vtk.vtkPiecewiseFunction()
        colour = vtk.vtkColorTransferFunction()
        if mip:
            for point in ((-1024, 0), (0, 0), (1000, 1)):
                opacity.AddPoint(*point)
            for point in ((-1024, 0, 0, 0), (1000, 1, 1, 1)):
                colour.AddRGBPoint(*point)
        else:
            for point in ((-1024, 0), (150, 0), (250, .15), (500, .6), (1200, .9), (3071, .9)):
                opacity.AddPoint(*point)
            for point in ((-1024, 0, 0, 0), (150, .5, .1, .05), (300, .8, .3, .2), (700, 1, .9, .75), (3071, 1, 1, 1)):
                colour.AddRGBPoint(*point)
            prop.SetScalarOpacityUnitDistance(1.0)
        prop.SetScalarOpacity(opacity)
        prop.SetColor(colour)
        if shaded and not mip:
            prop.ShadeOn()
            prop.SetAmbient(.2)
            prop.SetDiffuse(.7)
            prop.SetSpecular(.3)
            prop.SetSpecularPower(15)
        mapper = vtk.vtkFixedPointVolumeRayCastMapper()
        mapper.SetNumberOfThreads(THREADS)
        mapper.SetAutoAdjustSampleDistances(0)
        mapper.SetImageSampleDistance(1.0)
        mapper.SetSampleDistance(min(spacing))
        mapper.SetLockSampleDistanceToInputSpacing(0)
        mapper.SetInputData(volume)
        if mip:
            mapper.SetBlendModeToMaximumIntensity()
        actor = vtk.vtkVolume()
        actor.SetMapper(mapper)
        actor.SetProperty(prop)
        self.renderer = vtk.vtkRenderer()
        self.renderer.AddVolume(actor)
        self.window = vtk.vtkRenderWindow()
        self.window.SetOffScreenRendering(1)
        self.window.SetMultiSamples(0)
        self.window.SetSize(512, 512)
        self.window.AddRenderer(self.renderer)
        self.camera = self.renderer.GetActiveCamera()
        self.camera.ParallelProjectionOn()

    def frame(self, f):
        self.camera.SetFocalPoint(*middle)
        self.camera.SetPosition(middle[0], middle[1] - 1000, middle[2])
        self.camera.SetViewUp(0, 0, 1)
        self.camera.SetParallelScale(200)
        self.camera.Azimuth(3 * (f + 1))
        self.renderer.ResetCameraClippingRange()
        self.window.Render()
        self.window.WaitForCompletion()


CASES = {
    'oblique512_linear': lambda: Oblique(512),
    'oblique1024_linear': lambda: Oblique(1024),
    'oblique1024_nearest': lambda: Oblique(1024, 'nearest'),
    'oblique512_cubic': lambda: Oblique(512, 'cubic'),
    'oblique1024_cubic': lambda: Oblique(1024, 'cubic'),
    'slabMIP20mm_oblique512': lambda: Oblique(512, slab='Max'),
    'slabMIP20mm_oblique1024': lambda: Oblique(1024, slab='Max'),
    'slabMinIP20mm_oblique1024': lambda: Oblique(1024, slab='Min'),
    'slabMean20mm_oblique1024': lambda: Oblique(1024, slab='Mean'),
    'axial_native': lambda: OnGrid('axial'),
    'coronal_native': lambda: OnGrid('coronal'),
    'sagittal_native': lambda: OnGrid('sagittal'),
    'window_bgra1024': Window,
}

if os.environ.get('DISPLAY'):  # VTK's windows need a display even off the screen
    CASES['volume_shaded512'] = Turning
    CASES['volume_unshaded512'] = lambda: Turning(shaded=False)
    CASES['volume_mip512'] = lambda: Turning(mip=True)

made = {}


def case(name):
    if name not in made:
        made[name] = CASES[name]()
        made[name].frame(0)
    return made[name]


print(f'VTK\tVTK {vtk.vtkVersion.GetVTKVersion()}, {THREADS} threads', flush=True)
print('CASES\t' + ' '.join(CASES), flush=True)
for line in sys.stdin:
    words = line.split()
    drawn = case(words[1])
    if words[0] == 'time':
        nanos = []
        drawn.frame(int(words[2]) + 49)
        for f in range(int(words[2]), int(words[2]) + int(words[3])):
            begin = time.perf_counter_ns()
            drawn.frame(f)
            nanos.append(time.perf_counter_ns() - begin)
        print('TIMES\t' + ' '.join(str(n) for n in nanos), flush=True)
    else:
        drawn.frame(1)
        drawn.frame(0)
        values = np.zeros(0)
        if hasattr(drawn, 'filter'):
            values = numpy_support.vtk_to_numpy(drawn.filter.GetOutput().GetPointData().GetScalars())
        if values.dtype != np.int16:
            values = np.zeros(0, '<i2')
        values.astype('<i2').tofile(words[2])
        print('DONE\t', flush=True)
