package epro.nmpa.regulator;

import epro.nmpa.quota.Gate;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/** Lets a request open its connection only when its turn has come, so that none stands open that nothing is written to. */
final class GatedConnect implements ExecChainHandler {
    private final Gate gate;

    GatedConnect(Gate gate) {
        this.gate = gate;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Call call = (Call) scope.clientContext.getAttribute(GatedExecutor.CALL);
        try (Gate.Turn turn = gate.enter()) {
            call.has(turn);
            return chain.proceed(request, scope);
        }
    }
}
