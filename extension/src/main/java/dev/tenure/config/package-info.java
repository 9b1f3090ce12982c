/**
 * Settings, read from MicroProfile Config (or system properties and environment variables where that is absent) and validated together. Knows neither CDI
 * nor connections; MicroProfile types appear in one class only.
 */
package dev.tenure.config;
