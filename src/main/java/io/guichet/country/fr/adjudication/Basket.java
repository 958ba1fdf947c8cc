package io.guichet.country.fr.adjudication;

/// What the price of teeth, glasses and hearing aids is bound to.
public enum Basket {
    /// 100 % Santé: a price limit, and nothing left to pay.
    HUNDRED_HEALTH,
    /// A price limit, and something may be left.
    MODERATED,
    /// Free prices.
    FREE
}
