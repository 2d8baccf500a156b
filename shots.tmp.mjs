import { chromium } from 'playwright-core';
const base='http://localhost:8108';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const out=n=>`/tmp/wshots/${n}.png`;
const step=process.argv[2];
const errs=[];
async function page(opts={}){const c=await b.newContext({baseURL:base,locale:'zh-CN',viewport:{width:1280,height:800},...opts});c.setDefaultTimeout(8000);const p=await c.newPage();p.on('pageerror',e=>errs.push(e.stack));p.on('console',m=>m.type()==='error'&&errs.push(m.text()));return p;}
async function desk(login,opts){const p=await page(opts);await p.goto('/');await p.fill('input >> nth=0',`yunduo:${login}`);await p.fill('input[type=password]','yinuo-demo');await p.keyboard.press('Enter');await p.waitForURL('**/inbox');return p;}
if(step==='settings'){
  for(const [n,o] of [['zh-light',{}],['en-dark',{locale:'en-US',colorScheme:'dark'}]]){
    const p=await desk('admin',o); await p.goto('/settings/widget'); await p.getByTestId('widget-settings').waitFor();
    if(n==='en-dark'){await p.evaluate(()=>localStorage.setItem('yinuo.preferences',JSON.stringify({chosenLang:'en',appearance:'dark',sound:false})));await p.reload();await p.getByTestId('widget-settings').waitFor();}
    await p.screenshot({path:out('settings-'+n)});
    if(n==='zh-light'){
      await p.getByTestId('widget-colour').fill('#ffb400'); await p.getByText('左下角').click();
      await p.getByTestId('widget-origins').locator('input').fill('bad site'); await p.keyboard.press('Enter');
      await p.screenshot({path:out('settings-changed')});
      await p.getByText('放弃修改').click();
      await p.getByTestId('widget-key-id').fill('site-'+Date.now()); await p.getByTestId('widget-key-make').click();
      await p.getByTestId('widget-secret').waitFor(); await p.screenshot({path:out('settings-key'),fullPage:true});
    }
  }
}
if(step==='widget'){
  for(const [n,path,o] of [['zh','/shop/',{}],['en','/shop/?lang=en',{}],['phone','/shop/',{viewport:{width:390,height:844},isMobile:true,hasTouch:true}]]){
    const p=await page(o); await p.goto(path); await p.getByTestId('widget-launcher').waitFor(); await p.screenshot({path:out('launcher-'+n)});
    await p.getByTestId('widget-launcher').click(); await p.getByTestId('widget-topic-order').click(); await p.getByTestId('widget-input').fill(n==='en'?'Where is my parcel?':'我的快递到哪了？'); await p.keyboard.press('Enter');
    await p.locator('[data-testid=widget-message][data-seq]').last().waitFor(); await p.waitForTimeout(1500);
    await p.screenshot({path:out('waiting-'+n)});
    const conv=await p.evaluate(async()=>{return null});
    globalThis.wp=globalThis.wp||[]; globalThis.wp.push([n,p]);
  }
  const d=await desk('chen'); const s=await desk('shen');
  await s.goto('/inbox'); await s.waitForTimeout(1500);
  // take over + resolve via API for each newest conversation
  const rows=await s.evaluate(async()=>(await (await fetch('/api/v1/conversations?view=all&limit=50')).json()).rows.filter(r=>r.state!=='closed').slice(0,3));
  for(const r of rows){await s.evaluate(async id=>{await fetch(`/api/v1/conversations/${id}/take-over`,{method:'POST'});await fetch(`/api/v1/conversations/${id}/messages`,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({clientId:'shot-'+Math.random().toString(36).slice(2,12),text:'您好，我是白露，马上帮您查快递，请稍等。'})});await fetch(`/api/v1/conversations/${id}/resolve`,{method:'POST'});},r.conversationId);}
  for(const [n,p] of wp){ await p.getByTestId('widget-star-4').waitFor(); await p.screenshot({path:out('ended-'+n)}); await p.getByTestId('widget-star-4').click({force:true}); await p.getByTestId('widget-rating-word').fill(n==='en'?'Quick, thanks':'回复挺快的，谢谢'); await p.screenshot({path:out('rating-'+n)});
    const [dl]=await Promise.all([p.waitForEvent('download'),p.getByTestId('widget-save').click()]); console.log(dl.suggestedFilename()); if(n==='zh') console.log((await import('node:fs')).readFileSync(await dl.path(),'utf8'));
    await p.getByTestId('widget-rating-send').click(); await p.getByTestId('widget-rated').waitFor(); await p.waitForTimeout(700); await p.screenshot({path:out('rated-'+n)}); }
  await s.goto('/inbox/'+rows[0].conversationId); await s.getByTestId('rating').first().waitFor(); await s.screenshot({path:out('desk-rating')});
}
console.log(errs.slice(0,5)); await b.close();
