// Kinds of code actions beside the protocol's own (under its `source` and `refactor.rewrite`), by which a client asks for
// them. They stand alone, since the server promises them before it has loaded what makes the actions.

/** Inserts every missing section; a client may run it by this kind. */
export const INSERT_MISSING = 'source.insertMissing.exParte';

/** Writes the history's table from the header's negotiations. */
export const LEDGER = 'refactor.rewrite.ledger.exParte';

/** Take out what should not stand in a letter's file when the file itself is given away. */
export const CLEAN_UP_NOTES = 'source.cleanUp.notes.exParte';
export const CLEAN_UP_SILENCERS = 'source.cleanUp.silencers.exParte';
