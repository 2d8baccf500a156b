// a million orders in a database of its own, then each way of the look-up through the wall
import { testCluster, testDatabase, testSecret } from '/work/wt/commerce/server/platform/database/testing.ts';
import { openPool } from '/work/wt/commerce/server/platform/database/pool.ts';
import { openVault } from '/work/wt/commerce/server/platform/vault.ts';
import { lookUp } from '/work/wt/commerce/server/modules/commerce/look-up.ts';
import pg from '/work/wt/commerce/node_modules/pg/lib/index.js';
const cluster = await testCluster(); const db = await testDatabase();
const owner = new pg.Client({ connectionString: db.ownerUrl }); await owner.connect();
const shop='00000000-0000-7000-8000-000000000001'; const vault=openVault(testSecret);
await owner.query(`insert into shops (shop_id, slug, name, settings) values ($1,'m','m','{}')`,[shop]);
const N=Number(process.argv[2]??1000000);
await owner.query(`insert into buyers (shop_id,buyer_id,identity_index,key_sealed) select $1, md5('b'||i)::uuid, sha256(('b'||i)::bytea), $2 from generate_series(1,$3::int) i`,[shop, vault.seal(vault.newKey()), 1000]);
const t0=Date.now();
await owner.query(`insert into orders (shop_id,order_id,buyer_id,source,number_index,account_index,name_index,phone_index,phone_tail_index,state,placed_at,fingerprint)
 select $1, md5('o'||i)::uuid, md5('b'||(1+i%1000))::uuid,'taobao', sha256(('n'||i)::bytea), sha256(('a'||i%300000)::bytea), sha256(('m'||i%200000)::bytea), sha256(('p'||i%300000)::bytea), sha256(('t'||i%10000)::bytea),'paid', '2026-01-01'::timestamptz + i*interval '25 s','x' from generate_series(1,$2::int) i`,[shop,N]);
await owner.query(`insert into order_lines (shop_id,order_id,line_key,sku_code,title,placed_at) select $1, md5('o'||i)::uuid,'1','SKU'||(i%3000),'连体衣','2026-01-01'::timestamptz + i*interval '25 s' from generate_series(1,$2::int) i`,[shop,N]);
await owner.query(`insert into shipments (shop_id,shipment_id,order_id,tracking_no) select $1, md5('s'||i)::uuid, md5('o'||i)::uuid,'SF'||i from generate_series(1,$2::int) i`,[shop,N]);
await owner.query('analyze'); console.log('filled', N, (Date.now()-t0)/1000,'s');
// hashes as the look-up makes them
const set=async(col,kind,value,where)=>owner.query(`update orders set ${col}=$2 where shop_id=$1 and ${where}`,[shop,vault.blindIndex(shop,kind,value)]);
await set('number_index','order','2026999','order_id=md5(\'o777\')::uuid');
await set('phone_tail_index','phone tail','1234',"phone_tail_index=sha256('t77'::bytea)");
await set('phone_index','phone','13900001234',"phone_index=sha256('p77'::bytea)");
await set('name_index','name','王小芳',"name_index=sha256('m77'::bytea)");
await set('account_index','account','小王妈妈',"account_index=sha256('a77'::bytea)");
const pool=openPool(db.appUrl,2);
for (const q of ['2026999','SF500000','13900001234','1234','王小芳','小王妈妈','SKU77','没有的']) {
  const ms=[]; let n=0; for(let i=0;i<40;i++){const s=performance.now(); n=(await lookUp({pool,vault},shop,q)).orders.length; ms.push(performance.now()-s);} ms.sort((a,b)=>a-b);
  console.log(q, 'orders', n, 'median', ms[20].toFixed(1), 'ms, 95%', ms[38].toFixed(1));
}
await pool.end(); await owner.end(); await cluster.stop();
