/** Orders, goods and parcels of shop systems that name everything in Chinese. */
import type { Shape } from './shape.ts';
import { data, joined, list } from './shape.ts';

export const jd: readonly Shape[] = [
  {
    kind: 'orders',
    source: 'jd',
    knows: (record) => '订单ID' in record && '订单商品列表' in record,
    rows: (record) => {
      const to = data(record['收货地址']);
      const order = {
        number: record['订单ID'],
        account: record['用户ID'],
        receiver: to['收件人姓名'],
        phone: to['电话号码'],
        address: joined(to['省份'], to['城市'], to['区县'], to['详细地址']),
        state: record['订单状态'],
        total: record['订单总金额'],
        paid: record['订单总金额'],
      };
      const lines = list(record['订单商品列表']);
      if (lines.length === 0) return [order];
      return lines.map((line) => ({
        ...order,
        skuCode: line['商品ID'],
        price: line['单价'],
        quantity: line['数量'],
      }));
    },
  },
  {
    kind: 'shipments',
    source: 'jd',
    knows: (record) => '物流单号' in record && '物流轨迹' in record,
    rows: (record, key) => {
      const shipment = {
        number: key,
        trackingNo: record['物流单号'],
        carrier: record['物流公司'],
        promisedAt: record['预计送达时间'],
        deliveredAt: record['实际送达时间'],
      };
      const scans = list(record['物流轨迹']);
      if (scans.length === 0) return [shipment];
      return scans.map((scan) => ({
        ...shipment,
        scanAt: scan['时间'],
        scanState: scan['状态'] ?? scan['status'],
        scanPlace: scan['位置'],
        scanSaid: scan['描述'],
      }));
    },
  },
  {
    kind: 'products',
    source: 'jd',
    knows: (record) => '商品ID' in record && '商品价格' in record,
    rows: (record) => [
      {
        productCode: record['商品ID'],
        name: record['商品名称'],
        skuCode: record['商品ID'],
        price: record['商品价格'],
        description: record['商品描述'],
        state: record['商品状态'],
      },
    ],
  },
];
