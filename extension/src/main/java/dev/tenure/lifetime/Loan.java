package dev.tenure.lifetime;

/** A unit's lease while a transaction has it. It ends once: as the lender's again, or not. */
record Loan(UnitOfWork lender, Lease lease) {

    /** The connection is as it was; the lender has it again, or everybody if the lender has no more use for it. */
    void repay(boolean lenderMayWant) {
        lender.loanEnded();
        if (lenderMayWant && lender.takeBack(lease)) {
            return;
        }
        lease.moveTo(lender, lender.database.now());
        lease.end();
        lender.database.boundary().giveBack(lease.connection(), lender.origin(), null);
    }

    /** The connection is gone. */
    void writeOff() {
        lender.loanEnded();
    }
}
