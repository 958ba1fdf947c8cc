package io.guichet.bootstrap.tour;

import io.guichet.contract.ContractFilter;
import io.guichet.contract.ContractPageRequest;
import io.guichet.contract.ContractRow;
import io.guichet.country.contract.ContractState;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Theme;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.MenuButton;

/// The list of contracts with its filters and views, a contract of each country, and a company.
final class ContractStop implements TourStop {

    private static final String LIST = "contracts";

    @Override
    public void visit(TourGuide guide) {
        guide.act(() -> guide.composition().tabs().open(LIST, false));
        guide.picture("contracts");
        guide.type("#filter", "zzz");
        guide.picture("contracts-nothing");
        guide.type("#filter", "");
        guide.type("#fewest", "10");
        guide.act(() -> guide.find("#viewMenu").map(MenuButton.class::cast).orElseThrow().getItems().stream()
                .filter(item -> "saveView".equals(item.getId())).findFirst().orElseThrow().fire());
        guide.type("#viewName", "PME");
        guide.picture("contracts-view");
        guide.press("#keepName");
        guide.picture("contracts-filtered");
        guide.type("#fewest", "");
        List<FileRef> contracts = guide.shared().countries().all().stream()
                .flatMap(country -> first(guide, country.code()).stream()).toList();
        for (FileRef contract : contracts) {
            guide.act(() -> guide.composition().tabs().open(contract, false));
            guide.picture("contract-" + contract.country().folder());
        }
        if (!contracts.isEmpty()) {
            contract(guide, contracts.getFirst());
        }
    }

    private static void contract(TourGuide guide, FileRef contract) {
        guide.act(() -> guide.composition().tabs().open(contract, false));
        ShellStop.theme(guide, Theme.DARK);
        guide.picture("contract-dark");
        ShellStop.theme(guide, Theme.LIGHT);
        guide.resize(1920, 1080);
        guide.picture("contract-1920x1080");
        guide.resize(TourGuide.WIDTH, TourGuide.HEIGHT);
        if (guide.get(() -> guide.find("#holder").isPresent())) {
            guide.press("#holder");
            guide.picture("company");
            guide.act(() -> guide.composition().tabs().open(contract, false));
        }
    }

    /// The company of that country whose contract covers most people, as far as a tour wants them.
    static Optional<FileRef> first(TourGuide guide, CountryCode country) {
        ContractFilter running = new ContractFilter("", Set.of(country), Set.of(), Set.of(ContractState.RUNNING), Set.of(),
                3, 60, true);
        return guide.components().contracts().page(new ContractPageRequest(running,
                ContractPageRequest.Sort.EMPLOYEES, null, false, 1)).rows().stream().map(ContractRow::ref)
                .filter(ref -> ref.kind() == FileKind.CONTRACT).findFirst();
    }
}
