#version 410 core

// A whole volume, ray by ray as the CPU engine casts it. Positions are in voxels; t counts steps from the picture's plane.

uniform isampler3D voxels;
uniform isampler2D present;      // 1 where the slice has come
uniform sampler2D colours;       // red, green, blue 0 to 255, opacity of a step: entry 64 * row + column
uniform sampler2D greyTable;     // grey of stored value lowest + 256 * row + column
uniform isampler3D empty;        // blocks to the nearest that may show something
uniform ivec3 size;
uniform vec4 column;             // at, right, down, along
uniform vec4 row;
uniform vec4 slice;
uniform int bounds;
uniform vec4 within[40];         // drawn where all are 0 or less
uniform int mask;
uniform bool complete;
uniform bool padded;
uniform ivec2 padding;
uniform bool highest;            // MIP
uniform vec2 entries;            // scale, offset
uniform vec4 light;              // ambient, diffuse, specular * 255, shininess
uniform float perSurface;
uniform float perEdge;
uniform float leastLit;
uniform vec3 towards;
uniform vec3 squared;
uniform vec3 mixed;
uniform vec3 background;
uniform bool tabled;
uniform vec2 straight;
uniform int lowest;

out vec4 colour;

const float LEAST_PIECE = 1e-3;
const float LEAST_COVERAGE = 0.25;
const float DONE = 1.0 / 1024.0;
const int BLOCK = 4;

vec3 start;
vec3 along;
float through = 1.0;
vec3 sum = vec3(0.0);
float best = 0.0;
bool found = false;

float start1(vec4 form, vec2 pixel) {
    return form.x + pixel.x * form.y + pixel.y * form.z;
}

bool voxel(ivec3 p, out float value) {
    value = 0.0;
    if (!complete && texelFetch(present, ivec2(p.z, 0), 0).r == 0) {
        return false;
    }
    int stored = texelFetch(voxels, p, 0).r & mask;
    value = float(stored);
    return !(padded && stored >= padding.x && stored <= padding.y);
}

float there(ivec3 p, float otherwise) {
    float v;
    return voxel(clamp(p, ivec3(0), size - 1), v) ? v : otherwise;
}

float sampled(ivec3 a, vec3 f, out float coverage) {
    float total = 0.0;
    coverage = 0.0;
    for (int corner = 0; corner < 8; corner++) {
        ivec3 o = ivec3(corner & 1, corner >> 1 & 1, corner >> 2);
        float v;
        if (voxel(a + o, v)) {
            vec3 w = mix(1.0 - f, f, vec3(o));
            float weight = w.x * w.y * w.z;
            total += weight * v;
            coverage += weight;
        }
    }
    return coverage > 0.0 ? total / coverage : 0.0;
}

float difference(ivec3 a, vec3 f, ivec3 d, float value) {
    float total = 0.0;
    for (int corner = 0; corner < 8; corner++) {
        ivec3 o = ivec3(corner & 1, corner >> 1 & 1, corner >> 2);
        vec3 w = mix(1.0 - f, f, vec3(o));
        total += w.x * w.y * w.z * 0.5 * (there(a + o + d, value) - there(a + o - d, value));
    }
    return total;
}

void take(float t, float piece) {
    vec3 p = start + along * t;
    ivec3 a = ivec3(floor(p));
    vec3 f = p - vec3(a);
    float coverage;
    float value = sampled(a, f, coverage);
    if (highest) {
        if (coverage >= LEAST_COVERAGE && (!found || value > best)) {
            best = value;
            found = true;
        }
        return;
    }
    float part = coverage * piece;
    if (!(part > 0.0)) {
        return;
    }
    int entry = int(clamp(value * entries.x + entries.y, 0.0, 4095.0));
    vec4 tissue = texelFetch(colours, ivec2(entry & 63, entry >> 6), 0);
    float opacity = part > 0.9999 ? tissue.a : 1.0 - pow(1.0 - tissue.a, part);
    if (!(opacity > 0.0)) {
        return;
    }
    float share = through * opacity;
    float bright = 1.0;
    float shine = 0.0;
    if (share > leastLit) {
        vec3 g = vec3(
            difference(a, f, ivec3(1, 0, 0), value),
            difference(a, f, ivec3(0, 1, 0), value),
            difference(a, f, ivec3(0, 0, 1), value));
        float perMm = sqrt(max(0.0, dot(g * g, squared) + dot(vec3(g.x * g.y, g.x * g.z, g.y * g.z), mixed)));
        float facing = perMm > 1e-6 ? min(1.0, abs(dot(g, towards)) / perMm) : 0.0;
        if (perEdge > 0.0) {
            share *= min(1.0, perMm * perEdge);
        }
        float surface = min(1.0, perMm * perSurface);
        bright += (light.x + light.y * facing - 1.0) * surface;
        shine = light.z * surface * (facing > 0.0 ? pow(facing, light.w) : light.w == 0.0 ? 1.0 : 0.0);
    }
    sum += share * (tissue.rgb * bright + shine);
    through -= share;
}

// How many samples from here on lie where nothing can be seen.
int leave(float t) {
    vec3 p = start + along * t;
    ivec3 block = ivec3(floor(p)) / BLOCK;
    int far = texelFetch(empty, block, 0).r;
    if (far == 0) {
        return 0;
    }
    vec3 least = vec3(1e9);
    for (int i = 0; i < 3; i++) {
        if (along[i] != 0.0) {
            float edge = float((along[i] > 0.0 ? block[i] + far : block[i] - far + 1) * BLOCK);
            least[i] = (edge - p[i]) / along[i];
        }
    }
    return max(1, int(min(least.x, min(least.y, least.z))) + 1);
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
    vec2 pixel = gl_FragCoord.xy - 0.5;
    start = vec3(start1(column, pixel), start1(row, pixel), start1(slice, pixel));
    along = vec3(column.w, row.w, slice.w);
    float a = -1e9;
    float b = 1e9;
    bool inside = true;
    for (int i = 0; i < bounds; i++) {
        float s = start1(within[i], pixel);
        float d = within[i].w;
        if (d > 0.0) {
            b = min(b, -s / d);
        } else if (d < 0.0) {
            a = max(a, -s / d);
        } else if (s > 0.0) {
            inside = false;
        }
    }
    if (inside && a < b) {
        float first = ceil(a + 0.5);
        float last = floor(b - 0.5);
        if (first > last + 1.0) {
            if (b - a > LEAST_PIECE) {
                take((a + b) / 2.0, b - a);
            }
        } else {
            if (first - 0.5 - a > LEAST_PIECE) {
                take((a + first - 0.5) / 2.0, first - 0.5 - a);
            }
            int left = int(last - first) + 1;
            float t = first;
            while (left > 0 && through >= DONE) {
                int steps = highest ? 0 : leave(t);
                if (steps == 0) {
                    take(t, 1.0);
                    steps = 1;
                }
                t += float(steps);
                left -= steps;
            }
            if (b - last - 0.5 > LEAST_PIECE && through >= DONE) {
                take((last + 0.5 + b) / 2.0, b - last - 0.5);
            }
        }
    }
    vec3 shown;
    if (highest) {
        shown = found ? vec3(grey(best)) : background;
    } else {
        shown = sum + through * background;
    }
    colour = vec4(floor(min(shown, vec3(255.0)) + 0.5) / 255.0, 1.0);
}
