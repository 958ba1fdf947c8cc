package io.guichet.country.be;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// `be.mutualiteit_aansluiting`: the public insurance. Invisible to the session unless the file is open.
@Entity
@Table(schema = "be", name = "mutualiteit_aansluiting")
class MutualiteitAansluiting {

    @Id
    @Nullable String verzekerde;
    @Nullable String ziekenfonds;
    @Nullable String ct1;
    @Nullable String ct2;
    boolean bim;
    boolean gmd;
    @Nullable String huisarts;
    long version;

    static MutualiteitAansluiting of(Object verzekerde) {
        MutualiteitAansluiting row = new MutualiteitAansluiting();
        row.verzekerde = (String) verzekerde;
        return row;
    }
}
