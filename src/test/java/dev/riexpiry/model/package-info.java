/// Random histories of runs, checked against a small model of what people should have been told.
package dev.riexpiry.model;
