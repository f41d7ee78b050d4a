// All that reads an order's text, for whoever loads it only when an order is to be read.
export { orderData } from './build/order-data.ts';
export { orderYaml } from './build/order-yaml.ts';
export { readOrder } from './read-order.ts';
export { notAnOrder } from './verdict.ts';
