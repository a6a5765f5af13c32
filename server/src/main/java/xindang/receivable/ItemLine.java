package xindang.receivable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.MoneyText;

/**
 * An item as it was at the end of a day (应收明细行).
 *
 * @param id item
 * @param customer whose it is
 * @param invoice invoice number, or the item's own key where it has none
 * @param issued day of issue; null: not known, before any day
 * @param due due day
 * @param amount amount, negative for a credit note
 * @param settled what was settled by then
 * @param open the rest
 * @param daysPastDue days past due then, 0 before the due day and if nothing is open
 * @param bucket ageing bucket then
 * @param disputed whether it is disputed
 * @param settlements settlements by then; a null day counts on every day
 */
public record ItemLine(
        UUID id,
        Owner customer,
        String invoice,
        @Nullable LocalDate issued,
        LocalDate due,
        MoneyText amount,
        MoneyText settled,
        MoneyText open,
        int daysPastDue,
        String bucket,
        boolean disputed,
        List<Payment> settlements) {

    /** Copies the list. */
    public ItemLine {
        settlements = List.copyOf(settlements);
    }

    /** Customer of an item. */
    public record Owner(UUID id, String number, String name) {}

    /** One settlement. */
    public record Payment(@Nullable LocalDate on, MoneyText amount) {}
}
