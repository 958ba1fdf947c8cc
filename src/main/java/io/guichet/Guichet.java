package io.guichet;

/// Guichet's entry point: the desktop when called without arguments, else one command.
public final class Guichet {

    private Guichet() {
    }

    static void main(String[] arguments) {
        System.out.println("Guichet " + arguments.length);
    }
}
