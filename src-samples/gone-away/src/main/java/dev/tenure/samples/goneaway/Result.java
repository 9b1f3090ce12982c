package dev.tenure.samples.goneaway;

/**
 * What one way of connecting came to.
 *
 * @param way its name
 * @param requests how many were tried
 * @param opened physical connections
 * @param errors requests that failed
 */
record Result(String way, int requests, long opened, int errors) {}
