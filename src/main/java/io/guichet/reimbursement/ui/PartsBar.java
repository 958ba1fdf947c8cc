package io.guichet.reimbursement.ui;

import io.guichet.kernel.Money;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// What was charged as a bar, its parts as wide as their amounts and labelled where there is room. Who pays which part is
/// said beside it in words too.
final class PartsBar extends Region {

    private static final double LEAST = 3;
    private static final double HEIGHT = 28;

    /// One part.
    ///
    /// @param style  its style class
    /// @param amount not negative
    /// @param label  what stands in it where there is room
    record Part(String style, Money amount, String label) {
    }

    private final List<Part> parts;
    private final List<Label> labels;
    private double[] wanted = new double[0];

    /// @param said what a screen reader says
    PartsBar(List<Part> parts, String said) {
        this.parts = parts.stream().filter(part -> part.amount().minor() > 0).toList();
        labels = this.parts.stream().map(part -> {
            Label label = new Label(part.label());
            label.getStyleClass().addAll("part", part.style());
            return label;
        }).toList();
        getStyleClass().add("parts-bar");
        getChildren().setAll(labels);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(said);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        if (wanted.length == 0) {
            wanted = labels.stream().mapToDouble(label -> label.prefWidth(-1)).toArray();
        }
        double all = parts.stream().mapToDouble(part -> part.amount().minor()).sum();
        double free = getWidth() - LEAST * parts.size();
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            double width = i == parts.size() - 1 ? getWidth() - x
                    : Math.round(LEAST + free * parts.get(i).amount().minor() / all);
            Label label = labels.get(i);
            label.setText(wanted[i] <= width ? parts.get(i).label() : "");
            label.resizeRelocate(x, 0, width, getHeight());
            x += width;
        }
    }
}
