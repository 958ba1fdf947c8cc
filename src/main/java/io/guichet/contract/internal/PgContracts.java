package io.guichet.contract.internal;

import io.guichet.contract.ContractPageRequest;
import io.guichet.contract.ContractRow;
import io.guichet.contract.Contracts;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.ContractRecords;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.contract.Guarantee;
import io.guichet.country.contract.Offer;
import io.guichet.country.contract.PremiumLine;
import io.guichet.country.cover.MemberCover;
import io.guichet.directory.Directory;
import io.guichet.directory.SearchRequest;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import io.guichet.platform.database.CancellableReads;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Contracts over the central database: the list is read here, a contract is asked of its country.
public final class PgContracts implements Contracts {

    private static final int OF_ONE_HOLDER = 200;
    /// Companies whose number begins as typed: more would be no search any more.
    private static final int HOLDERS = 20;

    private final Database database;
    private final CancellableReads reads;
    private final Countries countries;
    private final Directory directory;
    private final Clock clock;

    /// @param directory finds companies by their number
    /// @param clock     tells what day it is
    public PgContracts(Database database, Countries countries, Directory directory, Clock clock) {
        this.database = database;
        this.reads = new CancellableReads(database);
        this.countries = countries;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Page<ContractRow> page(ContractPageRequest request) {
        List<String> holders = holders(request);
        LocalDate today = LocalDate.now(clock);
        return reads.read(work -> work.sql(connection ->
                ContractPages.page(connection, request, holders, today)));
    }

    /// A company's number need not be its key, and only the directory knows all its spellings.
    private List<String> holders(ContractPageRequest request) {
        String text = request.filter().text();
        if (text.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        return directory.search(new SearchRequest(text, Locale.ENGLISH, request.filter().countries(),
                Set.of(FileKind.COMPANY), HOLDERS)).rows().stream().map(row -> row.ref().reference()).toList();
    }

    @Override
    public List<ContractRow> of(FileRef holder) {
        LocalDate today = LocalDate.now(clock);
        return switch (holder.kind()) {
            case COMPANY -> database.read(work -> work.sql(connection ->
                    ContractPages.ofHolder(connection, holder, OF_ONE_HOLDER, today)));
            case MEMBER -> countries.find(holder.country()).flatMap(Country::cover)
                    .map(cover -> database.read(work -> covering(work, cover, holder, today))).orElse(List.of());
            default -> List.of();
        };
    }

    private static List<ContractRow> covering(UnitOfWork work, MemberCover cover, FileRef member, LocalDate today) {
        List<String> contracts = cover.covers(work, member.reference(), today).stream()
                .map(each -> each.contract().reference()).distinct().toList();
        return contracts.isEmpty() ? List.of()
                : work.sql(connection -> ContractPages.named(connection, member.country(), contracts, today));
    }

    @Override
    public List<ProductChoice> products() {
        return database.read(work -> work.sql(connection -> {
            List<ProductChoice> products = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT country, product, product_name FROM contract.products()");
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    products.add(new ProductChoice(new CountryCode(row.getString(1)), row.getString(2), row.getString(3)));
                }
            }
            return List.copyOf(products);
        }));
    }

    @Override
    public Optional<ContractFile> find(FileRef contract, LocalDate day) {
        return ask(contract, Optional.empty(), (work, records) -> records.find(work, contract.reference(), day));
    }

    @Override
    public List<Guarantee> guarantees(FileRef contract, LocalDate day) {
        return ask(contract, List.of(), (work, records) -> records.guarantees(work, contract.reference(), day));
    }

    @Override
    public Page<CoveredPerson> people(FileRef contract, LocalDate day, String typed, @Nullable String after, int limit) {
        return ask(contract, new Page<>(List.of(), false),
                (work, records) -> records.people(work, contract.reference(), day, typed, after, limit));
    }

    @Override
    public List<PremiumLine> premium(FileRef contract, LocalDate day) {
        return ask(contract, List.of(), (work, records) -> records.premium(work, contract.reference(), day));
    }

    @Override
    public Map<String, List<Offer>> offers(FileRef contract, LocalDate day) {
        return ask(contract, Map.of(), (work, records) -> records.offers(work, contract.reference(), day));
    }

    private <T> T ask(FileRef contract, T nothing, BiFunction<UnitOfWork, ContractRecords, T> question) {
        Optional<ContractRecords> records = contract.kind() == FileKind.CONTRACT
                ? countries.find(contract.country()).flatMap(Country::contracts) : Optional.empty();
        return records.map(keeper -> database.read(work -> question.apply(work, keeper))).orElse(nothing);
    }
}
