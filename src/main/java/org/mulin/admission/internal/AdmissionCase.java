package org.mulin.admission.internal;

/** Which of several rows of the life-cycle table a step takes, seen after what was done. */
enum AdmissionCase {
    ALWAYS("") {
        @Override
        boolean holds(AdmissionRequest after, Voting voting) {
            return true;
        }
    },
    OTHERS_LEFT("尚有社区未表态") {
        @Override
        boolean holds(AdmissionRequest after, Voting voting) {
            return !voting.isOver(after);
        }
    },
    VETO("否决达到规定比例") {
        @Override
        boolean holds(AdmissionRequest after, Voting voting) {
            return voting.isOver(after) && voting.isVetoed(after);
        }
    },
    THROUGH_STREET("未被否决，同属一个街道") {
        @Override
        boolean holds(AdmissionRequest after, Voting voting) {
            return voting.isOver(after) && !voting.isVetoed(after) && after.throughStreet();
        }
    },
    WIDE("未被否决，跨街道或由街道提出") {
        @Override
        boolean holds(AdmissionRequest after, Voting voting) {
            return voting.isOver(after) && !voting.isVetoed(after) && !after.throughStreet();
        }
    },
    UNLISTED("清单草稿被退回") {
        @Override
        boolean holds(AdmissionRequest after, Voting voting) {
            return !after.listed();
        }
    };

    private final String chinese;

    AdmissionCase(String chinese) {
        this.chinese = chinese;
    }

    /**
     * How votes are counted.
     *
     * @param closed the time is over, whoever has not voted
     */
    record Voting(int vetoPercent, boolean closed) {
        boolean isOver(AdmissionRequest request) {
            return closed || request.voices().stream().noneMatch(AdmissionRequest.Voice::isOpen);
        }

        boolean isVetoed(AdmissionRequest request) {
            return 100 * request.vetoes() >= vetoPercent * request.voices().size();
        }
    }

    abstract boolean holds(AdmissionRequest after, Voting voting);

    String chinese() {
        return chinese;
    }
}
