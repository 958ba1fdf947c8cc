package io.guichet.reimbursement.internal;

import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.claim.MemberPlan;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Database;
import io.guichet.reimbursement.MemberPlans;
import java.time.LocalDate;
import java.util.List;

/// `MemberPlans` over the tables of each country.
public final class PgMemberPlans implements MemberPlans {

    private final Database database;
    private final Countries countries;

    public PgMemberPlans(Database database, Countries countries) {
        this.database = database;
        this.countries = countries;
    }

    @Override
    public List<MemberPlan> find(FileRef member, LocalDate day) {
        return countries.find(member.country()).flatMap(Country::claims)
                .map(claims -> database.<List<MemberPlan>>read(work -> claims.plans(work, member.reference(), day))).orElseGet(List::of);
    }
}
