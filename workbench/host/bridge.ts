import type { ExcelHost } from "./excelHost";

/** What the Office.js client talks to when it is there before the client loads: its own embedding interface. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Set by the client. */
  onMessageFromHost?(text: string): void;
}

/** The global object, or window, that the client looks at. */
export interface BridgeHolder {
  _richApiNativeBridge?: NativeBridge;
}

interface RequestMessage {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: { readonly url: string; readonly body: unknown };
}

/**
 * Answers one message of the client with the text of the message back.
 * Rejects for a message that is not a request (type 1 to ProcessQuery): nothing else is known here.
 */
export async function answerMessage(host: ExcelHost, text: string): Promise<string> {
  const { id, type, flags, message } = JSON.parse(text) as RequestMessage;
  if (type !== 1 || !/ProcessQuery/.test(message.url)) {
    throw new Error(`NotImplemented: message of type ${type} to ${message.url}`);
  }
  const request = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
  const body = await host.process(request, flags);
  return JSON.stringify({ id, type, message: { statusCode: 200, headers: {}, body } });
}

/** Joins a client that will be loaded into `holder` directly to a host in the same process. */
export function attachBridge(holder: BridgeHolder, host: ExcelHost): NativeBridge {
  const bridge: NativeBridge = { sendMessageToHost: () => {} };
  connect(bridge, host);
  holder._richApiNativeBridge = bridge;
  return bridge;
}

/** Lets a host answer what a client sends by a bridge; a host that did before is asked no more. */
export function connect(bridge: NativeBridge, host: ExcelHost): void {
  bridge.sendMessageToHost = (text) => {
    void answerMessage(host, text).then((answer) => bridge.onMessageFromHost?.(answer));
  };
  host.onMessage((text) => bridge.onMessageFromHost?.(text));
}

/** The client's end of a bridge between two windows. */
export interface PortBridge extends NativeBridge {
  /** Hands over a message that came from the host's window. */
  receive(text: string): void;
}

/**
 * Joins a client that will be loaded into `holder` to a host in another window.
 * @param post sends a text to the host's window, which answers it with answerMessage
 */
export function attachPortBridge(holder: BridgeHolder, post: (text: string) => void): PortBridge {
  const bridge: PortBridge = {
    sendMessageToHost: post,
    receive: (text) => bridge.onMessageFromHost?.(text),
  };
  holder._richApiNativeBridge = bridge;
  return bridge;
}
