import {
  type _,
  type Connection,
  type ConnectionOptions,
  type ConsoleFeature,
  createConnection,
  ErrorCodes,
  type Features,
  LogMessageNotification,
  type MessageReader,
  MessageType,
  type MessageWriter,
  ProposedFeatures,
  ResponseError,
} from 'vscode-languageserver/node';
import { discreetText, faultLine, kindOf } from '../fault.ts';

/**
 * A connection that tells nothing of a letter where something fails. What its handlers throw may quote the letter, and
 * the protocol's library would answer with it, or log it: clients write both into files. The client is told the kind
 * of the error, and its log the places in the program; a `ResponseError` was worded for the client, and stays.
 * @param transport else what the command line says
 */
export function createDiscreetConnection(
  options: ConnectionOptions,
  transport?: { readonly reader: MessageReader; readonly writer: MessageWriter },
): Connection {
  const connection = transport
    ? createConnection(FEATURES, transport.reader, transport.writer, options)
    : createConnection(FEATURES, options);
  return discreet(connection, (error) => told(connection, error));
}

/** Logs what failed. To be used where nobody waits for an answer. */
export function logFault(connection: Connection, what: string, error: unknown): void {
  const message = faultLine(what, error);
  // Where it cannot be sent, the client is gone.
  connection
    .sendNotification(LogMessageNotification.type, { type: MessageType.Error, message })
    .catch(() => {});
}

function told(connection: Connection, error: unknown): ResponseError<void> {
  if (error instanceof ResponseError) return error;
  logFault(connection, 'Ex Parte failed by a fault of its own.', error);
  const message = `Ex Parte failed by a fault of its own (${kindOf(error)}); its log says where`;
  return new ResponseError(ErrorCodes.InternalError, message);
}

const discreetLog: ConsoleFeature<_> = (Base) =>
  class extends Base {
    override error(message: string): void {
      super.error(discreetText(message));
    }
    override warn(message: string): void {
      super.warn(discreetText(message));
    }
    override info(message: string): void {
      super.info(discreetText(message));
    }
    override log(message: string): void {
      super.log(discreetText(message));
    }
    override debug(message: string): void {
      super.debug(discreetText(message));
    }
  };

const FEATURES: Features<_, _, _, _, _, _, _, _> = { ...ProposedFeatures.all, console: discreetLog };

type Callable = (...args: readonly unknown[]) => unknown;

const isCallable = (value: unknown): value is Callable => typeof value === 'function';

/**
 * The same object, but that every function handed to it, or to an object within it, throws what `instead` makes of what
 * it throws. So it holds for whatever handler is registered, by whichever method.
 */
function discreet<T extends object>(within: T, instead: (error: unknown) => unknown): T {
  return new Proxy(within, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (isCallable(value)) {
        return (...args: readonly unknown[]) =>
          value.apply(
            target,
            args.map((arg) => (isCallable(arg) ? guarded(arg, instead) : arg)),
          );
      }
      return typeof value === 'object' && value !== null ? discreet(value, instead) : value;
    },
  });
}

function guarded(handler: Callable, instead: (error: unknown) => unknown): Callable {
  return (...args) => {
    try {
      const result = handler(...args);
      if (!(result instanceof Promise)) return result;
      return result.catch((error: unknown) => {
        throw instead(error);
      });
    } catch (error) {
      throw instead(error);
    }
  };
}
