package dev.tenure.lifetime;

/**
 * Keeps what a subclass writes off the cache lines of what lies before it in memory: what two threads write at every lease, each to a connection of its own,
 * would else slow both down, once the garbage collector has laid the connections side by side.
 */
@SuppressWarnings("unused") // room, and nothing else
abstract class Apart {

    /** Behind the object's header, where a field of a subclass would be put else. */
    private int room;

    private long room00;
    private long room01;
    private long room02;
    private long room03;
    private long room04;
    private long room05;
    private long room06;
    private long room07;
    private long room08;
    private long room09;
    private long room10;
    private long room11;
    private long room12;
    private long room13;
    private long room14;
    private long room15;
}
