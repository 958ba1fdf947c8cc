package io.guichet.country.claim;

import io.guichet.kernel.UserMessage;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A plan that covers a member. Does not print its values.
///
/// @param code  tells it from the member's other plans; empty where there can be one only
/// @param label what it is called; null where there can be one only
/// @param input as `ClaimRecords.simulation` has it
public record MemberPlan(String code, @Nullable UserMessage label, Map<String, Object> input) {

    public MemberPlan {
        Objects.requireNonNull(code);
        input = Map.copyOf(input);
    }

    @Override
    public String toString() {
        return code;
    }
}
