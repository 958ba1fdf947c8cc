package io.guichet.country.be.adjudication;

/// An act that can be charged.
///
/// @param code       six digits of the nomenclature, or a readable code of ours
/// @param rubriek    its kind
/// @param preventive prevents rather than cures
public record Prestatie(String code, Rubriek rubriek, boolean preventive) {
}
