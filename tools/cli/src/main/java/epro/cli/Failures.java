package epro.cli;

import epro.stack.StackFailure;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one sentence on standard error and an exit status. */
final class Failures implements IExecutionExceptionHandler {

    static final int FINDINGS = 1;
    static final int STACK_NOT_THERE = 3;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter error = command.getErr();
        error.println(command.getCommandSpec().qualifiedName() + ": " + sentence(failure));
        return status(failure);
    }

    private static int status(Exception failure) {
        return switch (failure) {
            case StackNotThere _, StackFailure _, ConnectException _ -> STACK_NOT_THERE;
            case SQLException lost
            when lost.getSQLState() != null && lost.getSQLState().startsWith("08") -> STACK_NOT_THERE;
            default -> FINDINGS;
        };
    }

    private static String sentence(Exception failure) {
        String message = failure.getMessage();
        if (failure instanceof ConnectException) {
            return "nothing answers at the address of the stack; does ./epro up still run?";
        }
        return message == null ? failure.toString() : message;
    }
}
