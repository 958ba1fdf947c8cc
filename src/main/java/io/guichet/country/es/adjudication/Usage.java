package io.guichet.country.es.adjudication;

import java.util.HashMap;
import java.util.Map;

/// What a person used of the limits, by calendar year of care: policies end on 31 December. Changes with each line that is
/// decided; used by one thread.
public final class Usage {

    private final Map<Integer, Year> years = new HashMap<>();

    /// The same, to go on from: this one stays as it is.
    public Usage copy() {
        Usage copy = new Usage();
        years.forEach((year, used) -> copy.years.put(year, used.copy()));
        return copy;
    }

    /// What was used in that year.
    public Year year(int year) {
        return years.computeIfAbsent(year, _ -> new Year());
    }

    /// What was used of the limits of one year. Amounts in cents.
    public static final class Year {

        private final long[] reimbursedByAct = new long[MedicalAct.values().length];
        private long reimbursed;
        private long copay;
        private int services;
        private int sessions;

        private Year copy() {
            Year copy = new Year();
            System.arraycopy(reimbursedByAct, 0, copy.reimbursedByAct, 0, reimbursedByAct.length);
            copy.reimbursed = reimbursed;
            copy.copay = copay;
            copy.services = services;
            copy.sessions = sessions;
            return copy;
        }

        /// Given back of all acts together.
        public long reimbursed() {
            return reimbursed;
        }

        /// Given back of acts of that kind.
        public long reimbursed(MedicalAct act) {
            return reimbursedByAct[act.ordinal()];
        }

        /// Copays paid.
        public long copay() {
            return copay;
        }

        /// Services had in the network.
        public int services() {
            return services;
        }

        /// Sessions of physiotherapy had in the network.
        public int sessions() {
            return sessions;
        }

        /// Adds what was given back of acts of that kind.
        public void addReimbursed(MedicalAct act, long cents) {
            reimbursedByAct[act.ordinal()] += cents;
            reimbursed += cents;
        }

        /// Adds what was given back of acts nobody names.
        public void addReimbursed(long cents) {
            reimbursed += cents;
        }

        /// Adds copays.
        public void addCopay(long cents) {
            copay += cents;
        }

        /// Adds services.
        public void addServices(int many) {
            services += many;
        }

        /// Adds sessions of physiotherapy.
        public void addSessions(int many) {
            sessions += many;
        }
    }
}
