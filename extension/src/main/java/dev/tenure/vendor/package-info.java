/**
 * What differs between databases and their drivers: how an open is bounded, the server's idle limit, fault classes and the transaction flag. Links to
 * no driver; knows neither CDI nor configuration.
 */
package dev.tenure.vendor;
