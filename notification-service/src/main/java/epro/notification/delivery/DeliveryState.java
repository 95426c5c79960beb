package epro.notification.delivery;

/** Whether a delivery has arrived. */
enum DeliveryState {
    PENDING,
    DELIVERED,
    /** Given up, and somebody else is told instead, if there is anyone. */
    FAILED,
    /** Somebody acknowledged before it was sent. */
    NOT_NEEDED
}
