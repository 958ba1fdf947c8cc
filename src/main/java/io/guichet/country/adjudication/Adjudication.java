package io.guichet.country.adjudication;

import io.guichet.country.contract.Offer;
import java.time.LocalDate;
import java.util.List;

/// The rules of one country: what the public insurance pays, what we pay, what stays with the member, and why.
///
/// Pure: the same input has the same answer, on any machine and any day. Nothing is looked up in a database; published
/// tariffs and the sample products come with the program.
public interface Adjudication {

    /// Decides one claim given as a tree: `plan` or `product`, and `lines`, as the command `adjudicate` documents them.
    /// Lines are decided in their order, and each uses of the limits what those before it left.
    ///
    /// @throws InputRefused for fields that nobody knows and values that cannot be, with their path
    ClaimDecision simulate(ClaimInput claim) throws InputRefused;

    /// What can be typed in the what-if.
    WhatIfForm whatIf();

    /// The acts with a tariff on that day, and those whose tariff comes with the line, in the order people look for them.
    List<Act> acts(LocalDate day);

    /// The products that `simulate` knows by their code.
    List<Offer> products();
}
