/** The JDBC objects that a user holds: they ask for the lease, notice errors, and give themselves back wherever JDBC says "the connection". */
package dev.tenure.jdbc;
