#version 410 core

// A reformat, sample by sample as the CPU engine draws it. Positions are in voxels, whole numbers are voxel centres.

uniform isampler3D voxels;
uniform isampler2D present;      // 1 where the slice has come
uniform sampler2D greyTable;     // grey of stored value lowest + 256 * row + column
uniform ivec3 size;
uniform vec2 middle;             // pixel at which center lies
uniform vec3 center;
uniform vec3 right;
uniform vec3 down;
uniform vec3 depthPerMm;
uniform int samples;             // odd
uniform float stepMm;
uniform float halfMm;
uniform int projection;          // 0 MIP, 1 MinIP, 2 mean
uniform int interpolation;       // 0 nearest, 1 linear, 2 cubic
uniform int mask;                // stored & mask is the value: 16 bits unsigned or signed
uniform bool complete;
uniform bool padded;
uniform ivec2 padding;           // first and last padding value
uniform bool tabled;
uniform vec2 straight;           // scale, offset
uniform int lowest;

out vec4 colour;

// Between two voxels the higher wins, rounding or not; see VoxelSource.HALF.
const float HALF = 0.5 + 1.0 / 1024.0;
const float NEXT = 1.0 / 1024.0;

bool voxel(ivec3 p, out float value) {
    value = 0.0;
    if (any(lessThan(p, ivec3(0))) || any(greaterThanEqual(p, size))) {
        return false;
    }
    if (!complete && texelFetch(present, ivec2(p.z, 0), 0).r == 0) {
        return false;
    }
    int stored = texelFetch(voxels, p, 0).r & mask;
    value = float(stored);
    return !(padded && stored >= padding.x && stored <= padding.y);
}

bool surrounded(vec3 p, out float value) {
    ivec3 a = ivec3(floor(p));
    vec3 f = p - vec3(a);
    ivec2 o = ivec2(0, 1);
    vec4 low = vec4(
        texelFetch(voxels, a, 0).r & mask,
        texelFetch(voxels, a + o.xyx, 0).r & mask,
        texelFetch(voxels, a + o.xxy, 0).r & mask,
        texelFetch(voxels, a + o.xyy, 0).r & mask);
    vec4 high = vec4(
        texelFetch(voxels, a + o.yxx, 0).r & mask,
        texelFetch(voxels, a + o.yyx, 0).r & mask,
        texelFetch(voxels, a + o.yxy, 0).r & mask,
        texelFetch(voxels, a + o.yyy, 0).r & mask);
    vec4 rows = low + (high - low) * f.x;
    vec2 slices = rows.xz + (rows.yw - rows.xz) * f.y;
    value = slices.x + (slices.y - slices.x) * f.z;
    return true;
}

// The trilinear value among the present voxels around; absent where the nearest voxel is.
bool trilinear(vec3 p, out float value) {
    if (!padded && complete && all(greaterThanEqual(p, vec3(0.0))) && all(lessThan(p, vec3(size - 1)))) {
        return surrounded(p, value);
    }
    if (!voxel(ivec3(floor(p + HALF)), value)) {
        return false;
    }
    ivec3 a = ivec3(floor(p));
    vec3 f = p - vec3(a);
    float sum = 0.0;
    float weights = 0.0;
    for (int corner = 0; corner < 8; corner++) {
        ivec3 o = ivec3(corner & 1, corner >> 1 & 1, corner >> 2);
        float v;
        if (voxel(a + o, v)) {
            vec3 w = mix(1.0 - f, f, vec3(o));
            float weight = w.x * w.y * w.z;
            sum += weight * v;
            weights += weight;
        }
    }
    value = sum / weights;
    return true;
}

vec4 catmullRom(float f) {
    return vec4(
        ((-0.5 * f + 1.0) * f - 0.5) * f,
        (1.5 * f - 2.5) * f * f + 1.0,
        ((-1.5 * f + 2.0) * f + 0.5) * f,
        (0.5 * f - 0.5) * f * f);
}

// The Catmull-Rom value of 64 voxels; trilinear where one of them is absent.
bool cubic(vec3 p, out float value) {
    ivec3 a = ivec3(floor(p + NEXT));
    if (any(lessThan(a, ivec3(1))) || any(greaterThan(a, size - 3))) {
        return trilinear(p, value);
    }
    vec4 wx = catmullRom(p.x - float(a.x));
    vec4 wy = catmullRom(p.y - float(a.y));
    vec4 wz = catmullRom(p.z - float(a.z));
    bool whole = !padded && complete;
    float sum = 0.0;
    for (int k = 0; k < 4; k++) {
        float layer = 0.0;
        for (int j = 0; j < 4; j++) {
            vec4 row;
            for (int i = 0; i < 4; i++) {
                ivec3 at = a + ivec3(i, j, k) - 1;
                if (whole) {
                    row[i] = float(texelFetch(voxels, at, 0).r & mask);
                } else {
                    float v;
                    if (!voxel(at, v)) {
                        return trilinear(p, value);
                    }
                    row[i] = v;
                }
            }
            layer += dot(row, wx) * wy[j];
        }
        sum += layer * wz[k];
    }
    value = sum;
    return true;
}

bool sampled(vec3 p, out float value) {
    if (interpolation == 2) {
        return cubic(p, value);
    }
    return interpolation == 1 ? trilinear(p, value) : voxel(ivec3(floor(p + HALF)), value);
}

bool slab(vec3 p, out float value) {
    float sum = 0.0;
    float weights = 0.0;
    for (int i = 0; i < samples; i++) {
        float mm = float(i - samples / 2) * stepMm;
        float v;
        if (sampled(p + depthPerMm * clamp(mm, -halfMm, halfMm), v)) {
            if (projection == 2) {
                float weight = samples == 1 ? 1.0 : clamp((halfMm - abs(mm)) / stepMm + 0.5, 0.0, 1.0);
                sum += weight * v;
                weights += weight;
            } else {
                sum = weights == 0.0 ? v : projection == 0 ? max(sum, v) : min(sum, v);
                weights = 1.0;
            }
        }
    }
    value = weights > 0.0 ? sum / weights : 0.0;
    return weights > 0.0;
}

float tableAt(int i) {
    return texelFetch(greyTable, ivec2(i & 255, i >> 8), 0).r;
}

float grey(float stored) {
    if (!tabled) {
        return clamp(stored * straight.x + straight.y, 0.0, 255.0);
    }
    float at = clamp(stored - float(lowest), 0.0, 65535.0);
    int i = min(int(at), 65534);
    return mix(tableAt(i), tableAt(i + 1), at - float(i));
}

void main() {
    vec2 pixel = gl_FragCoord.xy - 0.5 - middle;
    float value;
    float shown = slab(center + right * pixel.x + down * pixel.y, value) ? floor(grey(value) + 0.5) / 255.0 : 0.0;
    colour = vec4(shown, shown, shown, 1.0);
}
