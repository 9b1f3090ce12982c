package dev.tenure.jdbc;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Blob;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.RowIdLifetime;
import java.sql.SQLType;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Map;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** Values for every type that occurs in a JDBC signature. */
final class Samples {

    private Samples() {}

    static Object[] arguments(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> argument(method, type))
                .toArray();
    }

    private static Object argument(Method method, Class<?> type) {
        if (type == Class.class) {
            if (method.getDeclaringClass() == SQLXML.class) {
                return method.getName().equals("getSource") ? StreamSource.class : StreamResult.class;
            }
            return Blob.class;
        }
        return type == Object.class ? "an object" : of(type);
    }

    /** What the driver answers; for an object it is one that must be wrapped. */
    static Object answer(Method method) {
        if (method.getDeclaringClass() == SQLXML.class && method.getTypeParameters().length > 0) {
            return method.getName().equals("getSource") ? new StreamSource() : new StreamResult();
        }
        var type = method.getReturnType();
        if (type == Object[].class) {
            return new Object[] {"text", new Raw(Blob.class).object};
        }
        return type == void.class ? null : type == Object.class ? new Raw(Blob.class).object : of(type);
    }

    static Object primitive(Class<?> type) {
        return type.isPrimitive() && type != void.class ? of(type) : null;
    }

    private static Object of(Class<?> type) {
        if (type == boolean.class) {
            return true;
        } else if (type == byte.class) {
            return (byte) 1;
        } else if (type == short.class) {
            return (short) 2;
        } else if (type == int.class) {
            return 3;
        } else if (type == long.class) {
            return 4L;
        } else if (type == float.class) {
            return 5f;
        } else if (type == double.class) {
            return 6d;
        } else if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 1);
        } else if (type == SQLType.class) {
            return JDBCType.INTEGER;
        } else if (type == Map.class) {
            return Map.of();
        } else if (type.isInterface()) {
            return new Raw(type).object;
        }
        return switch (type.getSimpleName()) {
            case "String" -> "text";
            case "BigDecimal" -> BigDecimal.TEN;
            case "Date" -> new Date(0);
            case "Time" -> new Time(0);
            case "Timestamp" -> new Timestamp(0);
            case "Calendar" -> Calendar.getInstance();
            case "URL" -> url();
            case "InputStream" -> InputStream.nullInputStream();
            case "OutputStream" -> OutputStream.nullOutputStream();
            case "Reader" -> Reader.nullReader();
            case "Writer" -> Writer.nullWriter();
            case "SQLWarning" -> new SQLWarning();
            case "RowIdLifetime" -> RowIdLifetime.ROWID_VALID_FOREVER;
            default -> throw new IllegalArgumentException(type.getName());
        };
    }

    private static Object url() {
        try {
            return URI.create("file:/x").toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
