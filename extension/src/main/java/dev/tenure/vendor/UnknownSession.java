package dev.tenure.vendor;

/** A session that does not report changes and that nothing but a new login brings back. */
final class UnknownSession implements Session {

    @Override
    public boolean changed() {
        return false;
    }

    @Override
    public void settled() {}

    @Override
    public boolean reset() {
        return false;
    }
}
