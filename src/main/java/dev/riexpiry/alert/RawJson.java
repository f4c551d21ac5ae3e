package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/// A part of a document that is JSON already, so that it is rendered once and measured as it is
/// sent.
///
/// @param json one value
record RawJson(@JsonValue @JsonRawValue String json) {}
