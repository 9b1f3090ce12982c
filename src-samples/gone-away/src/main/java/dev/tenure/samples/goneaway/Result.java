package dev.tenure.samples.goneaway;

/** What one way of connecting came to. */
record Result(String way, int requests, long opened, int errors) {}
