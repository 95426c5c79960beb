package epro.lane;

import epro.schemas.event.AuditCheckpoint;
import java.util.List;

/** Checkpoints as the topic carries them. */
public final class CheckpointEvents {

    private CheckpointEvents() {}

    public static AuditCheckpoint toEvent(Checkpoint checkpoint) {
        return AuditCheckpoint.newBuilder()
                .setService(checkpoint.service())
                .setEpoch(checkpoint.epoch())
                .setNumber(checkpoint.number())
                .setPreviousRoot(checkpoint.previousRoot())
                .setRoot(checkpoint.root())
                .setHeads(checkpoint.heads().stream()
                        .map(CheckpointEvents::toEvent)
                        .toList())
                .setSignedAt(checkpoint.signedAt())
                .setKeyFingerprint(checkpoint.keyFingerprint())
                .setPublicKey(checkpoint.publicKey())
                .setSignature(checkpoint.signature())
                .build();
    }

    public static Checkpoint fromEvent(AuditCheckpoint event) {
        List<ChainHead> heads = event.getHeads().stream()
                .map(head -> new ChainHead(head.getLane(), head.getSequence(), head.getHash()))
                .toList();
        return new Checkpoint(
                event.getService(),
                event.getEpoch(),
                event.getNumber(),
                event.getPreviousRoot(),
                event.getRoot(),
                heads,
                event.getSignedAt(),
                event.getKeyFingerprint(),
                event.getPublicKey(),
                event.getSignature());
    }

    private static epro.schemas.event.ChainHead toEvent(ChainHead head) {
        return epro.schemas.event.ChainHead.newBuilder()
                .setLane(head.lane())
                .setSequence(head.sequence())
                .setHash(head.hash())
                .build();
    }
}
