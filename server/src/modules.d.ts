/** The built-in orders, by id, each an `OrderData`; made by schemas/orders-plugin.mts. */
declare module 'ex-parte:orders' {
  const orders: Readonly<Record<string, import('../../schemas/order.ts').OrderData>>;
  export default orders;
}

declare module '*.typ' {
  const source: string;
  export default source;
}
