package org.farfield.rendering.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL20C;

/** Shader programs made from resources beside this class. Context thread only. */
final class ShaderSource {

    private ShaderSource() {}

    static int link(String vertexResource, String fragmentResource) {
        int vertex = compile(GL20C.GL_VERTEX_SHADER, vertexResource);
        int fragment = compile(GL20C.GL_FRAGMENT_SHADER, fragmentResource);
        int program = GL20C.glCreateProgram();
        GL20C.glAttachShader(program, vertex);
        GL20C.glAttachShader(program, fragment);
        GL20C.glLinkProgram(program);
        if (GL20C.glGetProgrami(program, GL20C.GL_LINK_STATUS) == GL11C.GL_FALSE) {
            throw new GlException("the shader program does not link: " + GL20C.glGetProgramInfoLog(program));
        }
        GL20C.glDeleteShader(vertex);
        GL20C.glDeleteShader(fragment);
        return program;
    }

    private static int compile(int kind, String resource) {
        int shader = GL20C.glCreateShader(kind);
        GL20C.glShaderSource(shader, source(resource));
        GL20C.glCompileShader(shader);
        if (GL20C.glGetShaderi(shader, GL20C.GL_COMPILE_STATUS) == GL11C.GL_FALSE) {
            throw new GlException(resource + " does not compile: " + GL20C.glGetShaderInfoLog(shader));
        }
        return shader;
    }

    private static String source(String resource) {
        try (InputStream in = ShaderSource.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new GlException("the shader " + resource + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new GlException("the shader " + resource + " cannot be read: " + e.getMessage());
        }
    }
}
